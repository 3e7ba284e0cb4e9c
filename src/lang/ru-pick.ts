// Russian of the picker: what its screen says, for people who read Russian.
import type { PickSentences } from './messages.ts';
import { russianForm } from './plural.ts';

const counted = (count: number, one: string, few: string, many: string): string =>
  `${count} ${russianForm(count, one, few, many)}`;

export const russianPick: PickSentences = {
  key: { space: 'пробел', enter: 'Enter', escape: 'Esc' },
  does: {
    done: 'пройдено',
    start: 'начать',
    skip: 'пропустить',
    reopen: 'открыть снова',
    review: 'проверить',
    filter: 'поиск',
    keepFilter: 'оставить отбор',
    clearFilter: 'показать всё',
    keys: 'клавиши',
    open: 'ссылка',
    edit: 'правка',
    leave: 'выйти',
    save: 'сохранить',
    end: 'закончить',
    back: 'назад',
  },
  remark: {
    'no-marks': 'ничего не отмечено: пробел отмечает тему как пройденную',
    'is-so': 'тема уже в этом состоянии; r открывает её снова',
    'nothing-to-change': 'менять здесь нечего',
    repeats: 'задача повторяется; отметьте её в Obsidian',
    'nothing-fits': 'ничего не нашлось',
    'no-link': 'у неё нет ссылки для браузера',
    'no-file': 'здесь нет вашего файла, который можно править',
    'no-editor': 'редактор не найден: его задаёт EDITOR',
    unsaved: 'не сохранено: Enter проверит, q бросит',
  },
  helpTitle: 'Клавиши',
  help: [
    ['пробел', 'пройдено; в разделе или теме с подтемами — всё, что открыто. Та же клавиша ещё раз снимает отметку'],
    ['s', 'в работе'],
    ['x', 'пропустить и не считать'],
    ['r', 'открыть снова'],
    ['u', 'снять отметки'],
    ['Enter', 'показать, что будет записано; ещё раз Enter — сохранить одним шагом, который отменяет `undo`'],
    ['вверх вниз', 'или k j; по страницам — PgUp и PgDn; в начало и конец — Home и End или g G'],
    ['влево вправо', 'свернуть и развернуть, также h l и Tab; - сворачивает всё, + разворачивает всё'],
    [
      '/',
      'поиск по словам названий или по адресу. Enter оставляет отбор, Esc снимает. Клавиши действуют на то, что видно',
    ],
    ['o', 'открыть первую ссылку в браузере'],
    ['e', 'редактор на строке темы; отметки остаются'],
    ['K J', 'прокрутить сведения о теме, также Shift со стрелками'],
    ['q', 'выйти; если есть отметки — нажать дважды'],
    ['Ctrl-C', 'выйти сразу и ничего не менять'],
  ],
  changes: (count) => counted(count, 'изменение', 'изменения', 'изменений'),
  fitting: (count) => `найдено: ${count}`,
  erases: (count, dates) =>
    `${russianForm(count, 'исчезнет', 'исчезнут', 'исчезнут')} ${counted(count, 'дата', 'даты', 'дат')}: ${dates}`,
};
