// Values of authorization rules: exact, `prefix*`, `*suffix`, `*`, and templates of paths.

/** Istio, AuthorizationPolicy: `*` alone asks that there is something; a star elsewhere than at an end is a plain character. */
export function fitsWord(pattern: string, text: string): boolean {
  if (pattern === '*') return text !== '';
  if (pattern.startsWith('*')) return text.endsWith(pattern.slice(1));
  return pattern.endsWith('*') ? text.startsWith(pattern.slice(0, -1)) : text === pattern;
}

/** Istio, `namespaces`: stars anywhere. Linear: each piece is looked for behind the one before. */
export function fitsStars(pattern: string, text: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  if (others.length === 0) return text === pattern;
  const last = others.pop() as string;
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const piece of others) {
    const found = text.indexOf(piece, at);
    if (found < 0 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}

/** Istio, Operation `paths`: `{*}` is a part between two slashes, `{**}` any rest; without them a word with stars. */
export function fitsPath(pattern: string, path: string): boolean {
  if (!pattern.includes('{*}') && !pattern.includes('{**}')) return fitsWord(pattern, path);
  const [patterns, parts] = [pattern.split('/'), path.split('/')];
  const any = patterns.indexOf('{**}');
  const head = any < 0 ? patterns : patterns.slice(0, any);
  const tail = any < 0 ? [] : patterns.slice(any + 1);
  if (any < 0 ? parts.length !== head.length : parts.length < head.length + 1 + tail.length) return false;
  return (
    fitParts(head, parts.slice(0, head.length)) && fitParts(tail, tail.length === 0 ? [] : parts.slice(-tail.length))
  );
}

const fitParts = (patterns: readonly string[], parts: readonly string[]): boolean =>
  patterns.every((pattern, at) => (pattern === '{*}' ? parts[at] !== '' : pattern === parts[at]));
