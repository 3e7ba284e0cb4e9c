// Starter: the small roadmap that `init` writes, in the words of each language.
import type { Language } from './messages.ts';

interface Words {
  readonly remark: string;
  readonly section: string;
  readonly why: string;
  readonly topics: readonly [
    { readonly title: string; readonly outcome: string },
    { readonly title: string; readonly outcome: string },
  ];
  readonly project: string;
  readonly goal: string;
  readonly criterion: string;
}

const english: Words = {
  remark: 'Every field is explained in docs/write-a-roadmap.md. Ids stay when titles change: ticks follow them.',
  section: 'First steps',
  why: 'One sentence that says what this section is good for.',
  topics: [
    { title: 'The first topic', outcome: 'can explain it to a colleague without looking anything up' },
    { title: 'The second topic', outcome: 'can do it on an empty machine and show that it works' },
  ],
  project: 'Something to build',
  goal: 'What it is for.',
  criterion: 'How somebody else can see that it works.',
};

const russian: Words = {
  remark:
    'Все поля описаны в docs/write-a-roadmap.md. Меняя название, оставляйте id прежним: отметки привязаны к нему.',
  section: 'Первые шаги',
  why: 'Одно предложение о том, зачем нужен этот раздел.',
  topics: [
    { title: 'Первая тема', outcome: 'умеет объяснить её коллеге, никуда не заглядывая' },
    { title: 'Вторая тема', outcome: 'умеет повторить это на чистой машине и показать, что всё работает' },
  ],
  project: 'Что построить',
  goal: 'Для чего это нужно.',
  criterion: 'Как другой человек убедится, что всё работает.',
};

const wordsIn: { readonly [language in Language]: Words } = { en: english, ru: russian };

/** In our own YAML. `schema`: where an editor finds it; `id` and `name` come from the file's name. */
export function starterYaml(
  { schema, id, name }: { readonly schema: string; readonly id: string; readonly name: string },
  language: Language,
): string {
  const { remark, section, why, topics, project, goal, criterion } = wordsIn[language];
  const [first, second] = topics;
  return `# yaml-language-server: $schema=${schema}
# ${remark}
id: ${JSON.stringify(id)}
title: ${JSON.stringify(name)}
sections:
  - id: first-steps
    title: ${section}
    why: ${why}
    level: junior
    topics:
      - id: first-topic
        title: ${first.title}
        outcome: ${first.outcome}
        hours: 1
        links:
          - https://example.org/
      - id: second-topic
        title: ${second.title}
        outcome: ${second.outcome}
        hours: 2
        needs: [first-topic]
        links:
          - https://example.org/
projects:
  - id: first-project
    title: ${project}
    level: junior
    hours: 3
    goal: ${goal}
    criterion: ${criterion}
    proves: [first-topic, second-topic]
`;
}

/** A note with boxes. */
export function starterNote(name: string, language: Language): string {
  const { section, topics } = wordsIn[language];
  return `# ${name}\n\n## ${section}\n\n${topics.map(({ title }) => `- [ ] ${title}\n`).join('')}`;
}
