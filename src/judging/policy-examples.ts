// Policy examples: a value that fits each pattern in authorization policies, so that "nobody else" is asked of those who are named there.
import { type Cluster, type Fields, mapsAt, resourcesOf, textAt, textsAt } from './resource.ts';

/** What a policy can name: identities and addresses of callers, paths, methods, ports. */
type Named = 'principals' | 'paths' | 'methods' | 'ports' | 'ips';

interface Attribute {
  readonly of: Named;
  /** What stands for the pattern in a request; `namespace`: of the policy. */
  readonly example: (pattern: string, namespace: string) => string;
}

const anybody = ['cluster.local', 'ns', 'other', 'sa', 'other'] as const;

const principal: Attribute = { of: 'principals', example: (pattern) => principalFor(pattern.split('/')) };
const account: Attribute = {
  of: 'principals',
  example: (name, namespace) =>
    name.includes('/') ? `cluster.local/ns/${name.replace('/', '/sa/')}` : `cluster.local/ns/${namespace}/sa/${name}`,
};
const namespace: Attribute = {
  of: 'principals',
  example: (pattern) => `cluster.local/ns/${pattern.replaceAll('*', 'other')}/sa/other`,
};
const path: Attribute = { of: 'paths', example: (pattern) => pattern.replace(/\{\*{1,2}\}|\*/g, 'other') };
const method: Attribute = { of: 'methods', example: (pattern) => pattern.replaceAll('*', 'OTHER') };
const address: Attribute = { of: 'ips', example: (range) => range.split('/', 1)[0] ?? range };
const port: Attribute = { of: 'ports', example: (number) => number };

const attributes: Readonly<Record<'source' | 'operation' | 'when', Readonly<Record<string, Attribute>>>> = {
  source: { principals: principal, namespaces: namespace, serviceAccounts: account, ipBlocks: address },
  operation: { paths: path, methods: method, ports: port },
  when: {
    'source.principal': principal,
    'source.namespace': namespace,
    'source.serviceAccount': account,
    'source.ip': address,
    'destination.port': port,
  },
};

/** More would let an answer with very many rules pass the bound on steps. */
const most = 8;

/** Examples of what the AuthorizationPolicies name, also in negative conditions; each once, of each kind so many at most. */
export function policyExamples(cluster: Cluster, of: string): readonly string[] {
  const found = resourcesOf(cluster, 'security.istio.io/AuthorizationPolicy').flatMap((policy) =>
    mapsAt(policy, 'spec', 'rules').flatMap((rule) =>
      patternsIn(rule).flatMap(([attribute, pattern]) =>
        attribute.of === of ? [attribute.example(pattern, textAt(policy, 'metadata', 'namespace'))] : [],
      ),
    ),
  );
  return [...new Set(found)].slice(0, most);
}

function patternsIn(rule: Fields): readonly (readonly [Attribute, string])[] {
  const conditions = mapsAt(rule, 'when').flatMap((condition) => {
    const key = textAt(condition, 'key');
    const known = Object.hasOwn(attributes.when, key) ? attributes.when[key] : undefined;
    const patterns = [...textsAt(condition, 'values'), ...textsAt(condition, 'notValues')];
    return known === undefined ? [] : patterns.map((pattern) => [known, pattern] as const);
  });
  return [...patternsOf(mapsAt(rule, 'from'), 'source'), ...patternsOf(mapsAt(rule, 'to'), 'operation'), ...conditions];
}

const patternsOf = (entries: readonly Fields[], part: 'source' | 'operation') =>
  Object.entries(attributes[part]).flatMap(([name, attribute]) => {
    const negative = `not${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    return entries
      .flatMap((entry) => [...textsAt(entry, part, name), ...textsAt(entry, part, negative)])
      .map((pattern) => [attribute, pattern] as const);
  });

/** A star at an end takes the place of whatever is missing there of `TRUST-DOMAIN/ns/NAMESPACE/sa/ACCOUNT`. */
function principalFor(parts: readonly string[]): string {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  const start = Math.max(anybody.length - parts.length, 0);
  if (first.startsWith('*')) {
    const whole = [...anybody.slice(0, start), `${fillFor(start)}${first.slice(1)}`, ...parts.slice(1)];
    return whole.join('/');
  }
  if (!last.endsWith('*')) return parts.join('/');
  const at = parts.length - 1;
  return [...parts.slice(0, -1), `${last.slice(0, -1)}${fillFor(at)}`, ...anybody.slice(at + 1)].join('/');
}

const fillFor = (at: number): string => anybody[at] ?? '';
