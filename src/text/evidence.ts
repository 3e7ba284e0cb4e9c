// Evidence: how surely the characters of a repaired line were meant, and are not letters that met by chance (FORMATS B2).

/** What a whole text needs before it is taken for misread: one letter that fits its neighbours, or three signs. */
export const enoughEvidence = 3;

/**
 * Points for one repaired line. All its characters beyond ASCII were several before. A Latin letter beside small ones, a
 * letter of another script beside another repaired one, and an emoji are as good as proof; a sign that is apart (`°`)
 * is a hint. `É®` in a clean text would turn into `ɮ`: such letters prove nothing, and count against their table.
 */
export function evidenceOf(repaired: string): number {
  let points = 0;
  let before = 0;
  for (let i = 0; i < repaired.length; ) {
    const code = repaired.codePointAt(i) as number;
    i += code > 0xffff ? 2 : 1;
    if (code >= 0x80) points += pointsOf(code, before, repaired.codePointAt(i) ?? 0);
    before = code;
  }
  return points;
}

function pointsOf(code: number, before: number, after: number): number {
  if (code < 0xa0) return 0;
  if (code < 0xc0 || code === 0xd7 || code === 0xf7) return isLatin(before) ? 0 : 1;
  if (code < 0x180) return isSmall(before) || isSmall(after) ? enoughEvidence : 0;
  // Rare Latin, phonetic signs, bare accents: what a chance pair becomes.
  if (code < 0x370) return -1;
  if (isSign(code)) return enoughEvidence;
  if (code >= 0xe000 && code < 0xf900) return 0;
  return isOther(before) || isOther(after) ? enoughEvidence : 0;
}

const isSmall = (code: number): boolean => code >= 97 && code <= 122;
const isLatin = (code: number): boolean =>
  isSmall(code) || (code >= 65 && code <= 90) || (code >= 0xc0 && code < 0x250 && code !== 0xd7 && code !== 0xf7);
/** Punctuation, arrows, frames and dingbats; emoji. */
const isSign = (code: number): boolean => (code >= 0x2000 && code < 0x2c00) || code >= 0x1f000;
const isOther = (code: number): boolean => code >= 0x370 && !isSign(code) && (code < 0xe000 || code >= 0xf900);
