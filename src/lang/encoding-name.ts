// Encoding names as people know them; the labels that programs use stay in JSON.

const names: { readonly [label: string]: string } = {
  macintosh: 'Mac Roman',
  'x-mac-cyrillic': 'Mac Cyrillic',
  'koi8-r': 'KOI8-R',
  ibm866: 'IBM866',
  'iso-8859-1': 'Latin-1',
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
};

/** `macintosh` → `Mac Roman`, `windows-1251` → `Windows-1251`; an unknown label comes back as it is. */
export function encodingName(label: string): string {
  return Object.hasOwn(names, label) ? (names[label] as string) : label.replace(/^windows-/, 'Windows-');
}
