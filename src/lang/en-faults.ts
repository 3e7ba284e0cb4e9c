// English faults: what is wrong with the objects of an answer.
import type { FaultSentences, Form, NamedReason, Reason, ValueType } from './faults.ts';
import { englishForm } from './plural.ts';

const counted = (count: number, one: string, many: string): string => `${count} ${englishForm(count, one, many)}`;

const object = (place: string): string => (place === '' ? 'the object' : place);

/** `a, b or c`. */
const either = (words: readonly string[], by = 'or'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${by} ${words.at(-1)}`;

const mostKnown = 12;
const listed = (words: readonly string[]): string =>
  words.length > mostKnown ? `${words.slice(0, mostKnown).join(', ')} …` : either(words);

const orNearest = (nearest: string | null): string | null => (nearest === null ? null : `did you mean "${nearest}"?`);

const types: { readonly [type in ValueType]: string } = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  null: 'nothing',
  number: 'a number',
  object: 'a map',
  string: 'a text',
};

const found = (type: ValueType, value: string | null): string => {
  if (value === null || type === 'null') return types[type];
  return type === 'string' ? `the text "${value}"` : value;
};

const forms: { readonly [form in Form]: string } = {
  'address-block': 'an IP address or a block of them, such as 10.0.0.0/16',
  'domain-name': 'a domain name, such as shop.example.com; only its first part may be *',
  duration: 'a duration of 1ms or more, such as 2s or 1m30s',
  'duration-or-none': 'a duration such as 2s, or 0s',
  'gateway-host':
    'a host with a dot in it, such as shop.example.com or *.example.com, perhaps with a namespace before it: shop/*.example.com',
  'gateway-name': 'the name of a Gateway, perhaps with its namespace: edge or istio-ingress/edge',
  host: 'the name of a service or host, such as reviews or reviews.shop.svc.cluster.local',
  'host-or-address': 'the name of a host, such as reviews or *.example.com; * can only begin it',
  'host-or-all': 'the name of a host, such as reviews or *.example.com; * can only begin it',
  'http-address': 'an address that begins with https:// or http://',
  'ip-address': 'an IP address',
  label: 'a name of letters, digits and dashes, 63 at most',
  'label-key':
    'the name of a label: letters, digits, dashes, dots and underscores, perhaps with a domain and / before it',
  'label-or-none': 'a name of letters, digits and dashes, 63 at most',
  'label-value':
    'the value of a label: at most 63 letters, digits, dashes, dots and underscores, with a letter or digit at both ends',
  'module-address': 'an address that begins with oci://, https://, http:// or file://',
  'namespace-host':
    'NAMESPACE/HOST with the host in full, such as ./*, shop/reviews.shop.svc.cluster.local or */api.example.com',
  'no-wildcard': 'a label as it is: * stands for nothing here',
  'object-name': 'a name of small letters, digits, dashes and dots',
  'path-template': 'a path in which {*} is one part, {**} the rest, and nothing else is in braces',
  'port-name': 'the name of a port: letters, digits and dashes',
  'port-text': 'the number of a port, from 0 to 65535, as text',
  protocol: 'a protocol: HTTP, HTTPS, GRPC, GRPC-WEB, HTTP2, MONGO, MYSQL, REDIS, TCP or TLS',
  'protocol-or-none': 'a protocol: HTTP, HTTPS, GRPC, GRPC-WEB, HTTP2, MONGO, MYSQL, REDIS, TCP, UDP or TLS',
  'retry-conditions':
    'conditions of Envoy with commas and no spaces between, such as 5xx,connect-failure,retriable-status-codes,503',
  'service-account': 'SERVICE-ACCOUNT or NAMESPACE/SERVICE-ACCOUNT, without *',
};

const reasons: { readonly [reason in NamedReason]: string } = {
  'a-service': 'a Service',
  'several-ports': 'a Service with several ports',
  'not-the-last': 'every listener but the last',
  'mutual-without-credential': '"mode: MUTUAL" without "credentialName"',
  'redirect-filter': 'a filter RequestRedirect',
  'socket-address': 'an address unix://',
  'other-entries': 'other entries',
};

const reason = (because: Reason): string => reasons[because as NamedReason] ?? because;

function range(least: number | null, most: number | null): string {
  if (least !== null && most !== null) return `from ${least} to ${most}`;
  return least === null ? `${most} at most` : `${least} or more`;
}

export const englishFaults: FaultSentences = {
  'unknown-field': ({ place, field, nearest, elsewhere, known }) => ({
    message: `${object(place)} has no field "${field}"`,
    hint:
      nearest !== null
        ? `did you mean "${nearest}"?`
        : elsewhere !== null
          ? `"${field}" belongs ${elsewhere === '' ? 'at the top of the object' : `in ${elsewhere}`}`
          : known.length === 0
            ? null
            : `its fields are ${listed(known).replace(' or ', ' and ')}`,
  }),
  'wrong-type': ({ place, expected, found: type, value, isDuration }) => ({
    message: `${object(place)} must be ${isDuration ? 'a duration such as 2s' : either(expected.map((one) => types[one]))}, and is ${found(type, value)}`,
    hint: typeHint(expected, type, value, isDuration),
  }),
  'not-one-of': ({ place, value, known, nearest }) => ({
    message: `${place} is "${value}", and can be ${listed(known)}`,
    hint: orNearest(nearest),
  }),
  'not-both': ({ place, fields }) => ({
    message: `${object(place)} may have one of ${either(fields, 'and')}, and has ${fields.length === 2 ? 'both' : 'several'}`,
    hint: 'take out all but one',
  }),
  'none-of': ({ place, fields, because }) => ({
    message: `${object(place)} has none of ${either(fields, 'and')}${because === null ? '' : `, which ${reason(because)} needs`}`,
    hint: `add ${either(fields)}`,
  }),
  missing: ({ place, field, because }) => ({
    message: `${object(place)} lacks the field "${field}"${because === null ? '' : `, which ${reason(because)} needs`}`,
    hint: `add "${field}: …"`,
  }),
  'only-with': ({ place, field, condition }) => ({
    message: `${object(place)} may have "${field}" only with ${reason(condition)}`,
    hint: `add ${reason(condition)}, or take "${field}" out`,
  }),
  'not-with': ({ place, field, condition }) => ({
    message: `${object(place)} may not have "${field}" with ${reason(condition)}`,
    hint: 'take one of the two out',
  }),
  'bad-form': ({ place, value, form }) => ({
    message: `${place} is "${value}", which ${form === null ? 'has a form that is refused' : `is not ${forms[form]}`}`,
    hint: form?.startsWith('duration') && /^\d+$/.test(value) ? `a number needs its unit: ${value}s` : null,
  }),
  'out-of-range': ({ place, value, least, most }) => ({
    message: `${place} is ${value}, and must be ${range(least, most)}`,
    hint: null,
  }),
  'bad-length': ({ place, of, length, least, most }) => ({
    message:
      most === 0
        ? `${object(place)} must be empty here`
        : `${object(place)} has ${of === 'entries' ? counted(length, 'entry', 'entries') : counted(length, 'character', 'characters')}, and must have ${range(least, most)}`,
    hint: null,
  }),
  empty: ({ place }) => ({ message: `${object(place)} is empty`, hint: 'give it a value, or take it out' }),
  duplicate: ({ place, value }) => ({
    message: `${place} is "${value}", as another one beside it`,
    hint: 'each must be different',
  }),
  'unknown-kind': ({ kind, apiVersion, nearest }) => ({
    message: `there is no kind "${kind}" in ${apiVersion}`,
    hint: orNearest(nearest),
  }),
  'wrong-version': ({ kind, apiVersion, right }) => ({
    message: `there is no ${kind} in ${apiVersion}`,
    hint: `write "apiVersion: ${right[0]}"${right.length > 1 ? `; ${either(right.slice(1), 'and')} have one as well` : ''}`,
  }),
  'weights-are-zero': ({ place }) => ({
    message: `the weights of ${place} are all 0, so nothing gets a request`,
    hint: 'give at least one of them a weight above 0',
  }),
  'wildcard-in-mesh': ({ place }) => ({
    message: `${place} is "*", which only a VirtualService of a gateway may have`,
    hint: 'name the host, or a gateway in "gateways"',
  }),
  'wildcard-without-endpoints': ({ place, value, resolution }) => ({
    message: `${place} is "${value}", and with "resolution: ${resolution}" nobody can look up a host with *`,
    hint: 'name the host in full, give "endpoints", or take "resolution: NONE" or DYNAMIC_DNS',
  }),
  'wildcard-needed': ({ place, value }) => ({
    message: `${place} is "${value}", and "resolution: DYNAMIC_DNS" is for hosts that begin with *`,
    hint: 'take "resolution: DNS" for a host in full',
  }),
  'shares-of-locality': ({ place, sum }) => ({
    message: `the shares in ${place} add up to ${sum}, and must be 100`,
    hint: null,
  }),
  'same-region': ({ place }) => ({
    message: `${place} must name two different regions, without zones and *`,
    hint: 'a region has no "/": write "from: eu-west", not "eu-west/zone-a"',
  }),
  'sni-outside-hosts': ({ place, value }) => ({
    message: `${place} is "${value}", which is none of the "hosts" of this VirtualService`,
    hint: 'add it to spec.hosts',
  }),
  'claim-without-gateway': ({ place }) => ({
    message: `${place} asks for a claim of a token, which only a VirtualService of a gateway may do`,
    hint: 'name a gateway in "gateways"',
  }),
  'retries-are-off': ({ place }) => ({
    message: `${place} sets how to retry, and its "attempts" are 0 or left out: there are no retries`,
    hint: 'add "attempts: …"',
  }),
  'never-applies': ({ place, action }) => ({
    message: `${object(place)} has "action: ${action}" and no "rules": it would never apply`,
    hint: 'an empty rule applies to everything: "rules: [{}]"',
  }),
  'unknown-condition': ({ place, value, nearest }) => ({
    message: `${place} is "${value}", which is no attribute of a request`,
    hint:
      nearest === null
        ? 'such as source.ip, request.headers[x-name] or request.auth.claims[group]'
        : orNearest(nearest),
  }),
  'several-hosts-per-port': ({ place }) => ({
    message: `${place} is of a protocol that does not name the host, and there are several "hosts"`,
    hint: 'give each host a ServiceEntry of its own',
  }),
  'needs-one-prefix': ({ place }) => ({
    message: `${object(place)} replaces the prefix of a path, so it needs exactly one match with "path" of type PathPrefix`,
    hint: null,
  }),
  'selector-misses-template': ({ place }) => ({
    message: `${place} does not fit the labels of spec.template.metadata.labels`,
    hint: 'what a workload selects are its own pods: repeat the label in the template',
  }),

  'no-subset': ({ subset, host, known }) => ({
    message: `no DestinationRule for ${host} has a subset "${subset}"`,
    hint: known.length === 0 ? null : `its subsets are ${listed(known).replace(' or ', ' and ')}`,
  }),
  'no-service': ({ host, nearest }) => ({
    message: `there is no Service or ServiceEntry for "${host}"`,
    hint: orNearest(nearest),
  }),
  'no-service-port': ({ port, service, known }) => ({
    message: `the Service ${service} has no port ${port}`,
    hint: known.length === 0 ? null : `it has ${either(known.map(String), 'and')}`,
  }),
  'no-gateway': ({ gateway, nearest }) => ({
    message: `there is no Gateway "${gateway}"`,
    hint: nearest === null ? 'one of another namespace is named as NAMESPACE/NAME' : orNearest(nearest),
  }),
  'no-server': ({ gateway, host }) => ({
    message: `no server of the Gateway ${gateway} has the host "${host}"`,
    hint: 'a request gets through where both name the host',
  }),
  'no-delegate': ({ name }) => ({
    message: `there is no VirtualService "${name}" to delegate to`,
    hint: null,
  }),
  'no-root': () => ({
    message: 'this VirtualService has no "hosts", and none delegates to it: it is never used',
    hint: 'add "hosts: […]" to spec',
  }),
  'selects-nothing': ({ selector, namespace }) => ({
    message: `no workload${namespace === null ? '' : ` in ${namespace}`} has the labels ${selector}`,
    hint: 'a policy selects the labels of pods, not those of a Service or Deployment',
  }),
  'no-object': ({ kind, name, namespace, nearest }) => ({
    message: `there is no ${kind} "${name}"${namespace === '' ? '' : ` in ${namespace}`}`,
    hint: orNearest(nearest),
  }),
  'no-section': ({ section, gateway, known }) => ({
    message: `the Gateway ${gateway} has no listener "${section}"`,
    hint: known.length === 0 ? null : `its listeners are ${listed(known).replace(' or ', ' and ')}`,
  }),
  'no-listener-port': ({ port, gateway }) => ({
    message: `the Gateway ${gateway} has no listener on port ${port}`,
    hint: null,
  }),
  'route-refused': ({ gateway, by }) => ({
    message: {
      namespaces: `no listener of the Gateway ${gateway} allows routes of this namespace`,
      kinds: `no listener of the Gateway ${gateway} allows routes of this kind`,
      hostname: `no listener of the Gateway ${gateway} has a hostname in common with this route`,
    }[by],
    hint: {
      namespaces: 'see "allowedRoutes.namespaces" of its listeners: without it only their own namespace may',
      kinds: 'see "protocol" and "allowedRoutes.kinds" of its listeners',
      hostname: null,
    }[by],
  }),
  'no-grant': ({ kind, namespace, user, from }) => ({
    message: `no ReferenceGrant in ${namespace} lets ${user} of ${from} use a ${kind} there`,
    hint: `a ReferenceGrant is in the namespace of what is used: ${namespace}`,
  }),
};

function typeHint(
  expected: readonly ValueType[],
  type: ValueType,
  value: string | null,
  isDuration: boolean,
): string | null {
  const only = expected.length === 1 ? expected[0] : null;
  if (isDuration) return type === 'integer' ? `a number needs its unit: ${value}s` : null;
  // `yes` and `true` are one value: what was written is not known here.
  if (only === 'string' && type === 'boolean') return 'put it in quotes';
  if (only === 'string' && value !== null && type !== 'null') return `put it in quotes: "${value}"`;
  if (type === 'string' && (only === 'integer' || only === 'boolean')) return 'write it without quotes';
  if (only === 'array' && type !== 'null') return type === 'object' ? 'begin it with "- "' : 'put it in brackets: […]';
  return null;
}
