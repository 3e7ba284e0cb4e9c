// Plausibility: how much a text looks like a language, to choose between the single-byte tables that may be meant (FORMATS B1).

// The letters that commonly follow each letter inside a Russian word: nine of ten pairs of any text.
const followers: { readonly [letter: string]: string | undefined } = {
  а: 'бвгдежзийклмнпрстфхцчшюя',
  б: 'аеиклнорсуыя',
  в: 'авдезиклностухшыя',
  г: 'адеилору',
  д: 'авеиклноруыья',
  е: 'абвгдежзйклмнпрстхцчшщ',
  ж: 'адеинку',
  з: 'авдекмнорыья',
  и: 'абвгдезийклмнпрстфхцчшюя',
  й: 'днкст',
  к: 'аелинорсту',
  л: 'аеикноуьюя',
  м: 'аеимнопуыя',
  н: 'агеикнностуфцыья',
  о: 'абвгдежзийклмнпрстхчшщ',
  п: 'аелиорстуыь',
  р: 'авгдеиклмностухшыья',
  с: 'авеиклмнопрстухцчшыья',
  т: 'авекилнорстуыья',
  у: 'абвгдежзклмпрстчшщю',
  ф: 'аеиору',
  х: 'авиноурт',
  ц: 'аеиоуы',
  ч: 'аеикнтоуь',
  ш: 'аеиклнуь',
  щ: 'аеиуь',
  ы: 'бвейлмнстхш',
  ь: 'езкмнсюят',
  э: 'кмлнтф',
  ю: 'бдзстщч',
  я: 'вдезлмнстхщ',
};

type Kind = 'other' | 'latin' | 'accented' | 'russian' | 'slavic' | 'box' | 'mark' | 'odd';

const commonMarks = '\u00a0§©«»®°±·–—‘’‚“”„†•…‰‹›€™№¡¿×';

function kindOf(code: number): Kind {
  if (code < 0x80) return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a ? 'latin' : 'other';
  if ((code >= 0x410 && code <= 0x44f) || code === 0x401 || code === 0x451) return 'russian';
  if ('єіїўґЄІЇЎҐ'.includes(String.fromCharCode(code))) return 'slavic';
  if (commonMarks.includes(String.fromCharCode(code))) return 'mark';
  if ((code >= 0xc0 && code <= 0x17f) || code === 0x192) return 'accented';
  if (code >= 0x2500 && code <= 0x25a0) return 'box';
  return 'odd';
}

const letters: ReadonlySet<Kind> = new Set<Kind>(['latin', 'accented', 'russian', 'slavic']);

/** How much a text looks like Russian or a Western language: what the wrong table does to letters costs points. */
export function plausibility(text: string): number {
  let score = 0;
  let before: Kind = 'other';
  let kind = text.length > 0 ? kindOf(text.charCodeAt(0)) : 'other';
  for (let i = 0; i < text.length; i++) {
    const after = i + 1 < text.length ? kindOf(text.charCodeAt(i + 1)) : 'other';
    if (text.charCodeAt(i) > 0x7f) score += points(before, kind, after, text, i);
    before = kind;
    kind = after;
  }
  return score;
}

/** For the character at `at`, by its kind and those of its neighbours. */
function points(before: Kind, kind: Kind, after: Kind, text: string, at: number): number {
  const [previous, char, next] = [text.slice(at - 1, at), text[at] as string, text.slice(at + 1, at + 2)];
  // A capital after a small letter: KOI8-R and windows-1251 swap the case of one another.
  const bump = isCapital(char) && letters.has(before) && !isCapital(previous) ? -4 : 0;
  const besideLetter = letters.has(before) || letters.has(after);
  switch (kind) {
    case 'russian':
    case 'slavic': {
      if (before === 'latin' || after === 'latin') return -3;
      if (kind === 'slavic') return bump + (besideLetter ? 0 : -1);
      // Mac Cyrillic and windows-1251 differ in little but the capitals, and they begin words.
      if (before !== 'russian') return isCapital(char) && after === 'russian' && !isCapital(next) ? 1 : 0;
      const usual = followers[plain(previous)]?.includes(plain(char)) ?? false;
      return bump + (usual ? 2 : -2);
    }
    case 'accented':
      if (before === 'accented' && after === 'accented') return -3;
      if (before === 'latin' || after === 'latin') return bump + 2;
      if (besideLetter) return -1;
      return 'àáéèêíóôúäåöøæÀÁÉÈÊÍÓÔÚÄÅÖØÆ'.includes(char) ? 1 : 0;
    case 'box':
      return besideLetter ? -2 : 0;
    case 'mark':
      if (letters.has(before) && letters.has(after)) return char === '’' ? 0 : -1;
      return after === 'russian' && !'«“„'.includes(char) ? -2 : 0;
    default:
      return -2;
  }
}

function isCapital(char: string): boolean {
  return char !== char.toLowerCase();
}

function plain(letter: string): string {
  const small = letter.toLowerCase();
  return small === 'ё' ? 'е' : small;
}
