// WellFormed: whether a text has only whole characters; half ones stand for bytes that are no UTF-8 (stray-bytes.ts).

export function isWellFormed(text: string): boolean {
  // In every Node that we support, though not yet in the ES2023 typings.
  return (text as string & { isWellFormed(): boolean }).isWellFormed();
}

/** The text with U+FFFD for each stray byte, as it is shown and compared. */
export function withoutStrayBytes(text: string): string {
  return isWellFormed(text) ? text : text.replace(/[\ud800-\udfff]/gu, '\ufffd');
}
