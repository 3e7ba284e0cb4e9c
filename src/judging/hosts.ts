// Host names: in full, with wildcards, and the names by which a Service is called.

/** Istio, VirtualService `hosts`: a name without a dot is that of a Service in the object's own namespace. */
export function fullHost(name: string, namespace: string): string {
  if (name === '' || name.includes('.') || name.includes('*') || name.includes(':')) return name;
  return `${name}.${namespace}.svc.cluster.local`;
}

export const isWildcard = (host: string): boolean => host.startsWith('*');

/** Whether `host`, itself perhaps a wildcard, is one that `pattern` matches. Istio: `*.a.com` is not `a.com`. */
export function isHostWithin(host: string, pattern: string): boolean {
  const [inner, outer] = [host.toLowerCase(), pattern.toLowerCase()];
  if (!isWildcard(outer)) return inner === outer;
  if (outer === '*') return true;
  return inner.length >= outer.length && (isWildcard(inner) ? inner.slice(1) : inner).endsWith(outer.slice(1));
}

/** `isHostWithin` one of them at least; `host` is no wildcard, the patterns are in lower case. The time is the same for many as for few. */
export function isWithinAny(host: string, patterns: ReadonlySet<string>): boolean {
  const inner = host.toLowerCase();
  if (patterns.has(inner)) return true;
  for (let at = 1; at < inner.length; at++) if (patterns.has(`*${inner.slice(at)}`)) return true;
  return patterns.has('*');
}

/** Whether some host fits both. */
export const doHostsMeet = (a: string, b: string): boolean => isHostWithin(a, b) || isHostWithin(b, a);

/** Negative where `a` is the more specific: an exact name, then the longest wildcard. Envoy searches domains so. */
export function compareHosts(a: string, b: string): number {
  if (isWildcard(a) !== isWildcard(b)) return isWildcard(a) ? 1 : -1;
  return b.length - a.length;
}

/** The most specific of `patterns` that `host` is within, or null. */
export function bestHost(host: string, patterns: readonly string[]): string | null {
  const fitting = patterns.filter((pattern) => isHostWithin(host, pattern));
  return fitting.sort(compareHosts)[0] ?? null;
}

/** The Service and namespace of `reviews.shop.svc.cluster.local`; null for other names. */
export function serviceOf(host: string): { readonly name: string; readonly namespace: string } | null {
  const [name, namespace, ...rest] = host.split('.');
  if (name === undefined || namespace === undefined || rest.join('.') !== 'svc.cluster.local') return null;
  return { name, namespace };
}
