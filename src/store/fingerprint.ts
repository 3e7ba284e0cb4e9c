// Fingerprint: a short hash that tells two states of one file apart, and random names for files that nothing else has.

/** Loaded on first use: the module costs three milliseconds, which only a write may spend. */
const crypto = () => process.getBuiltinModule('node:crypto');

/** A short hash of the content, for comparing two states of one file. */
export function fingerprint(bytes: Uint8Array): string {
  return crypto().createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

export function randomName(): string {
  return crypto().randomBytes(6).toString('hex');
}
