// OneColumn: texts whose width is their length.

// Every character of these is one column and a grapheme of its own: ASCII, Latin, Greek, Cyrillic, dashes and quotes,
// box drawing and blocks, and the signs of our own views. Cheap to know, and nearly all there is in a note.
const simple = /^[ -~\xa0-\xac\xae-\u02ff\u0370-\u0377\u0384-\u0482\u048a-\u052f\u2010-\u2027\u2500-\u259f▸▾○◐✓→]*$/;

export function isOneColumnEach(text: string): boolean {
  return simple.test(text);
}
