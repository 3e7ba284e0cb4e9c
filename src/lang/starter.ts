// Starter: the small roadmaps that `init` writes, in the words of each language.
import type { Language } from './messages.ts';

interface Starter {
  /** `schema`: where an editor finds it; `id` and `name` come from the file's name. */
  yaml(schema: string, id: string, name: string): string;
  markdown(name: string): string;
}

const quoted = (text: string): string => JSON.stringify(text);

const english: Starter = {
  yaml: (schema, id, name) => `# yaml-language-server: $schema=${schema}
# Every field is explained in docs/write-a-roadmap.md. Ids stay when titles change: ticks follow them.
id: ${quoted(id)}
title: ${quoted(name)}
sections:
  - id: first-steps
    title: First steps
    why: One sentence that says what this section is good for.
    level: junior
    topics:
      - id: first-topic
        title: The first topic
        outcome: can explain it to a colleague without looking anything up
        hours: 1
        links:
          - https://example.org/
      - id: second-topic
        title: The second topic
        outcome: can do it on an empty machine and show that it works
        hours: 2
        needs: [first-topic]
        links:
          - https://example.org/
projects:
  - id: first-project
    title: Something to build
    level: junior
    goal: What it is for.
    criterion: How somebody else can see that it works.
    proves: [first-topic, second-topic]
`,
  markdown: (name) => `# ${name}

## First steps

- [ ] The first topic
- [ ] The second topic #junior
`,
};

const russian: Starter = {
  yaml: (schema, id, name) => `# yaml-language-server: $schema=${schema}
# Все поля описаны в docs/write-a-roadmap.md. Меняя название, оставляйте id прежним: отметки привязаны к нему.
id: ${quoted(id)}
title: ${quoted(name)}
sections:
  - id: first-steps
    title: Первые шаги
    why: Одно предложение о том, зачем нужен этот раздел.
    level: junior
    topics:
      - id: first-topic
        title: Первая тема
        outcome: умеет объяснить её коллеге, никуда не заглядывая
        hours: 1
        links:
          - https://example.org/
      - id: second-topic
        title: Вторая тема
        outcome: умеет повторить это на чистой машине и показать, что всё работает
        hours: 2
        needs: [first-topic]
        links:
          - https://example.org/
projects:
  - id: first-project
    title: Что построить
    level: junior
    goal: Для чего это нужно.
    criterion: Как другой человек убедится, что всё работает.
    proves: [first-topic, second-topic]
`,
  markdown: (name) => `# ${name}

## Первые шаги

- [ ] Первая тема
- [ ] Вторая тема #junior
`,
};

export function starter(language: Language): Starter {
  return language === 'ru' ? russian : english;
}
