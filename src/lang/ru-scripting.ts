// Russian of other programs: what is said of editors, browsers and hooks, for people who read Russian.
import type { ScriptingSentences } from './messages.ts';
import { russianForm } from './plural.ts';

const ended = (how: number | string): string => (typeof how === 'number' ? `с кодом ${how}` : `по сигналу ${how}`);

export const russianScripting: ScriptingSentences = {
  hook: {
    failed: (how) => `команда hooks.change завершилась ${ended(how)}; изменение всё равно записано`,
    late: (seconds) =>
      `команда hooks.change работала дольше ${seconds} ${russianForm(seconds, 'секунды', 'секунд', 'секунд')} и была остановлена; изменение всё равно записано`,
  },
  open: {
    opened: (address) => `открыта ссылка ${address}`,
    noBrowser: (browser) => `в BROWSER задано ${browser}, но такой программы нет; вот адрес`,
  },
  edit: {
    failed: (program, how) => `редактор ${program} завершился ${ended(how)}`,
    same: 'ничего не изменено',
    sameCounts: 'числа не изменились',
    settings: (count, file) => `${file} прочитан: ${count} ${russianForm(count, 'настройка', 'настройки', 'настроек')}`,
    noSettings: (file) => `ничего не сохранено, поэтому файла ${file} нет`,
  },
};
