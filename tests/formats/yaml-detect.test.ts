// Any Russian words: План "plan", Основы "basics", поды, сервисы "pods, services"; "Короткое вступление." is prose (a short
// introduction), "Типы данных" a title (types of data).

import { describe, expect, it } from 'vitest';
import { looksLikeMarkdown } from '../../src/formats/yaml/detect.ts';

describe('looksLikeMarkdown (FORMATS B5)', () => {
  it.each([
    ['a checklist', '- [ ] сервисы\n- [x] поды\n'],
    ['a checklist with keys around it', 'title: x\n- [ ] topic\n'],
    ['headings over bullets', '# План\n\n## Основы\n- поды\n- сервисы\n'],
    ['headings over prose', '# План\n\nКороткое вступление.\n'],
    ['a numbered outline', '1. Введение\n  • что это\n2. Установка\n'],
    ['numbered titles', '4.1 Gateway\n  - вход\n4.2 Маршруты\n'],
    ['asterisk bullets', '* one\n* two\n'],
    ['bold labels', '**Концепции:**\n- sidecar\n'],
    ['front matter and text', '---\ntitle: x\n---\n# План\n- поды\n'],
    ['a note with YAML in a fence', '# Pod\n\nПример:\n\n```yaml\napiVersion: v1\nkind: Pod\nmetadata:\nspec:\n```\n'],
    ['a table', '| a | b |\n|---|---|\n| 1 | 2 |\n'],
    ['a setext heading', 'Мой план\n===\n\nтекст\n'],
    ['bullets that begin with words and a colon', '# План\n- note: a\n- warning: b\n'],
    ['CRLF line ends', '# План\r\n\r\n- [ ] раз\r\n'],
  ])('takes %s for Markdown', (_, text) => {
    expect(looksLikeMarkdown(text)).toBe(true);
  });

  it.each([
    ['keys', 'title: x\nsections:\n  - title: y\n'],
    ['keys under comments', '# План\n## черновик\ntitle: x\ntopics:\n- a\n- b\n'],
    ['keys under the line that names a schema', '# yaml-language-server: $schema=a.json\ntitle: x\ntopics:\n- a\n'],
    ['a list', '- a\n- b\n'],
    ['maps under comments that begin with one key', '- units:\n  - a\n- units: # two\n  - b\n# Later\n# - c\n'],
    ['bare titles', 'Data Engineering:\n  SQL:\n    - joins\nТипы данных:\n  - строки\n'],
    ['a document mark', '---\ntitle: x\ntopics: [a]\n'],
    ['a closed document', '---\ntitle: x\ntopics: [a]\n...\n'],
    ['two documents', '---\na: b\n---\nc: d\n'],
    [
      'running text that is Markdown',
      'title: x\ndescription: |\n  # Heading\n  - [ ] no task\n\n  More *text*.\ntopics: [a]\n',
    ],
    ['flow style', '{title: x, topics: [a, b]}\n'],
    ['comments alone', '# later\n# more\n'],
    ['nothing', ''],
  ])('takes %s for YAML', (_, text) => {
    expect(looksLikeMarkdown(text)).toBe(false);
  });
});
