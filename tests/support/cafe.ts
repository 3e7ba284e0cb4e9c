// Café: one roadmap of four topics in each form whose ticks go to a progress file.
export const outline = '# Zürich café\n\n## Basics\n\n- one\n- two\n\n## More\n\n- three\n- four\n';
export const plan =
  'id: cafe\ntitle: Zürich café\nsections:\n  - title: Basics\n    topics: [{id: c-one, title: one}, two]\n  - title: More\n    topics: [three, four]\n';
export const rows = `# Zürich café

## Basics

- [ ] zero
- [ ] nought

## Projects

| Level | Name | Description | Technologies | Success criterion | Links |
|---|---|---|---|---|---|
| Junior | one | d | t | c | l |
| Junior | two | d | t | c | l |
| Middle | three | d | t | c | l |
| Middle | four | d | t | c | l |
`;
