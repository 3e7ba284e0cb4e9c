// Notes: the files the tests of the command line work on: one ticked in place, one outline, one in YAML.
// Three Russian notes. Kafka "for those on duty": "Первые шаги" (first steps: broker, topic and partition), "Чтение" (reading:
// consumer group, rebalancing, offsets, lag), "Надзор" (monitoring: dashboard, alerts). PostgreSQL "without panic": installation,
// queries, transactions, indexes. A kitchen garden: soil, compost heap, beds, crop rotation, mulch.

const lines = (...text: readonly string[]): string => `${text.join('\n')}\n`;

/** Ticked in place: three sections, nested topics, every state, ids, levels, tags; 8 count, 2 are done, 1 is skipped. */
export const kafka = lines(
  '# Kafka для дежурных',
  '',
  '## 1. Первые шаги',
  '',
  '- [x] 1.1 Брокер и контроллер #junior 🆔 broker ✅ 2026-11-01',
  '- [x] 1.2 Топик и партиция #junior 🆔 topic ✅ 2026-11-18',
  '- [ ] 1.3 Ключ сообщения #junior #запись 🆔 key ⛔ topic',
  '',
  '## 2. Чтение',
  '',
  '- [ ] 2.1 Группа потребителей #middle 🆔 group',
  '  - [ ] Перебалансировка #middle 🆔 rebalance',
  '  - [ ] Смещения #middle 🆔 offsets',
  '- [/] 2.2 Отставание #middle #метрики/lag 🆔 lag',
  '- [-] 2.3 Старый клиент #middle 🆔 legacy ❌ 2026-11-05',
  '',
  '## 3. Надзор',
  '',
  '- [ ] 3.1 Панель и тревоги #senior 🆔 alerts',
);

/** No boxes: its ticks go to a progress file. */
export const postgres = lines(
  '# PostgreSQL без паники',
  '',
  '## 1. Установка',
  '',
  '- Пакеты и кластеры',
  '- Роли',
  '',
  '## 2. Запросы',
  '',
  '- Соединения',
  '- Оконные функции',
  '',
  '## 3. Транзакции',
  '',
  '- Уровни изоляции',
  '- Блокировки строк',
  '',
  '## 4. Индексы',
  '',
  '- Дерево',
  '- Частичный индекс',
  '  - Условие',
  '  - Размер',
  '- Покрывающий индекс',
);

/** A roadmap in YAML: read only, every topic with an id. */
export const garden = lines(
  'id: garden',
  'title: {en: Vegetable garden, ru: Огород}',
  'sections:',
  '  - id: soil',
  '    title: {en: Soil, ru: Почва}',
  '    level: junior',
  '    topics:',
  '      - {id: compost, title: {en: Compost heap, ru: Компостная куча}}',
  '      - {id: acidity, title: {en: Acidity, ru: Кислотность}, needs: [compost], hours: 1.5, tags: [lab]}',
  '  - id: beds',
  '    title: {en: Beds, ru: Грядки}',
  '    level: middle',
  '    topics:',
  '      - {id: rotation, title: {en: Crop rotation, ru: Севооборот}, outcome: plans four years ahead}',
  '      - {id: mulch, title: {en: Mulch, ru: Мульча}}',
);

/** So many open topics in one section, one a line. */
export function longNote(topics: number): string {
  const tasks = Array.from({ length: topics }, (_, index) => `- [ ] Упражнение ${index + 1} 🆔 ex-${index + 1}`);
  return lines('# Гаммы', '', '## 1. Арпеджио', '', ...tasks);
}

export function longOutline(topics: number): string {
  return lines(
    '# Гаммы',
    '',
    '## 1. Арпеджио',
    '',
    ...Array.from({ length: topics }, (_, index) => `- Упражнение ${index + 1}`),
  );
}
