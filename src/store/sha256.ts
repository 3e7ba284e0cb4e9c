// Sha256: the hash by which a page names the style that it allows.

/** SHA-256 of a text as UTF-8, in base64. */
export function sha256(text: string): string {
  return process.getBuiltinModule('node:crypto').createHash('sha256').update(text).digest('base64');
}
