// Forms of texts in manifests, as those who read the field demand them; none of these takes more than linear time.
import type { Form } from '../lang/faults.ts';

/** Kubernetes, DNS-1123; Istio takes capital letters too. */
const label = /^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$/;
const labelValue = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;
const lowerLabel = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const number = /^\d+$/;

const isLabel = (text: string): boolean => text.length <= 63 && label.test(text);

/** Kubernetes: `app`, `app.kubernetes.io/name`. */
function isLabelKey(text: string): boolean {
  const [name = '', ...prefix] = text.split('/').reverse();
  return name !== '' && name.length <= 63 && labelValue.test(name) && prefix.length <= 1 && prefix.every(isDomain);
}

/** Go, time.ParseDuration: `1m30s`, `1.5h`; milliseconds, or null for what is none. */
export function durationOf(text: string): number | null {
  if (!/^(?:\d{1,15}(?:\.\d{1,15})?(?:ns|us|µs|ms|s|m|h))+$/.test(text)) return null;
  let sum = 0;
  for (const [, amount, unit] of text.matchAll(/(\d{1,15}(?:\.\d{1,15})?)(ns|us|µs|ms|s|m|h)/g))
    sum += Number(amount) * (milliseconds[unit as string] as number);
  return sum;
}

const milliseconds: { readonly [unit: string]: number } = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

function isDomain(text: string): boolean {
  if (text === '' || text.length > 255) return false;
  const labels = text.split('.');
  const last = labels.at(-1) as string;
  if (number.test(last)) return false;
  return labels.every((one, i) => isLabel(one) || (one === '' && i === labels.length - 1 && i > 0));
}

/** A domain whose first label may be `*`, `*-name` or `*name`. */
function isHost(text: string): boolean {
  if (text === '*') return true;
  const [first = '', ...rest] = text.split('.');
  if (!first.startsWith('*')) return isDomain(text);
  const name = first.replace(/^\*-?/, '');
  return (name === '' || isLabel(name)) && (rest.length === 0 || isDomain(rest.join('.')));
}

function isAddress4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

function isAddress6(text: string): boolean {
  const [address = '', zone] = text.split('%');
  if (zone === '' || !/^[0-9a-fA-F:.]{2,45}$/.test(address)) return false;
  const halves = address.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const count = groups.length + (last.includes('.') ? 1 : 0);
  const fits = (group: string, i: number): boolean =>
    /^[0-9a-fA-F]{1,4}$/.test(group) || (i === groups.length - 1 && isAddress4(group));
  return groups.every(fits) && (halves.length === 2 ? count < 8 : count === 8);
}

export const isAddress = (text: string): boolean => isAddress4(text) || isAddress6(text);

function isAddressBlock(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  if (bits === undefined) return isAddress(address);
  const most = isAddress4(address) ? 32 : 128;
  return more.length === 0 && isAddress(address) && /^\d{1,3}$/.test(bits) && Number(bits) <= most;
}

/** A host in full, or all; `isGateway`: an address too. */
const isFullHost = (text: string, isGateway: boolean): boolean =>
  text === '*' ||
  (text.includes('.') && isHost(text) && (!text.startsWith('*') || text.startsWith('*.'))) ||
  (isGateway && isAddress(text));

function isGatewayHost(text: string): boolean {
  const slash = text.indexOf('/');
  const namespace = text.slice(0, Math.max(0, slash));
  const isNamespace = slash < 0 || namespace === '*' || namespace === '.' || isLabel(namespace);
  return isNamespace && isFullHost(text.slice(slash + 1), true);
}

function isNamespaceHost(text: string): boolean {
  const slash = text.indexOf('/');
  const namespace = text.slice(0, Math.max(0, slash)).replace(/^~/, '');
  const isNamespace = namespace === '' || namespace === '*' || namespace === '.' || isLabel(namespace);
  return slash > 0 && isNamespace && isFullHost(text.slice(slash + 1), false);
}

function isGatewayName(text: string): boolean {
  const [namespace = '', name, ...more] = text.split('/');
  // A namespace may be written as `.`, and the name alone with its namespace behind a dot.
  if (name === undefined) return isDomain(text);
  return more.length === 0 && isLabel(name) && isLabel(namespace);
}

/** Istio, protocol of a port; letter case is free. */
const protocols = 'tcp udp grpc grpc-web http http_proxy http2 https tls mongo redis mysql'.split(' ');
const isProtocol = (text: string): boolean => protocols.includes(text.toLowerCase());

const retryConditions: ReadonlySet<string> = new Set(
  [
    '5xx gateway-error reset reset-before-request connect-failure retriable-4xx refused-stream retriable-status-codes',
    'retriable-headers envoy-ratelimited http3-post-connect-failure cancelled deadline-exceeded internal',
    'resource-exhausted unavailable',
  ].flatMap((words) => words.split(' ')),
);
const isRetryCondition = (word: string): boolean => retryConditions.has(word) || /^[1-5]\d\d$/.test(word);

function isServiceAccount(text: string): boolean {
  const parts = text.split('/');
  return !text.includes('*') && parts.length <= 2 && parts.every((part) => part !== '') && text.length <= 320;
}

/** Istio, AuthorizationPolicy paths: `{*}` is one part of a path, `{**}` the rest of it; no other braces. */
function isPathTemplate(text: string): boolean {
  const parts = text.split('/');
  const rest = parts.indexOf('{**}');
  if (rest >= 0 && parts.slice(rest + 1).some((part) => part === '{*}' || part === '{**}')) return false;
  return parts.every((part) => part === '{*}' || part === '{**}' || !/[{}]/.test(part));
}

const forms: { readonly [name in Form]: (text: string) => boolean } = {
  'address-block': isAddressBlock,
  'domain-name': isDomain,
  duration: (text) => (durationOf(text) ?? 0) >= 1,
  'duration-or-none': (text) => /^0[a-z]*$/.test(text) || (durationOf(text) ?? 0) >= 1,
  'gateway-host': isGatewayHost,
  'gateway-name': isGatewayName,
  host: (text) => text !== '*' && isHost(text),
  'host-or-all': isHost,
  'host-or-address': (text) => isHost(text) || isAddress(text),
  'http-address': (text) => /^https?:\/\/./.test(text),
  'ip-address': isAddress,
  label: isLabel,
  'label-key': isLabelKey,
  'label-or-none': (text) => text === '' || isLabel(text),
  'label-value': (text) => text.length <= 63 && labelValue.test(text),
  'module-address': (text) => !text.includes('://') || /^(?:https?|file|oci):\/\/./.test(text),
  'namespace-host': isNamespaceHost,
  'no-wildcard': (text) => !text.includes('*'),
  'object-name': (text) =>
    text.length <= 253 && text.split('.').every((part) => part.length <= 253 && lowerLabel.test(part)),
  'path-template': isPathTemplate,
  'port-name': isLabel,
  'port-text': (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65535,
  protocol: isProtocol,
  'protocol-or-none': (text) => text === '' || isProtocol(text),
  'retry-conditions': (text) => text === '' || text.split(',').every(isRetryCondition),
  'service-account': isServiceAccount,
};

export const isForm = (name: string): name is Form => Object.hasOwn(forms, name);

export const hasForm = (form: Form, text: string): boolean => forms[form](text);

/** Patterns of the schemas that have a name among the forms. */
export function formOf(pattern: string): Form | null {
  if (pattern.includes('(h|m|s|ms)')) return 'duration';
  if (pattern.includes('(\\*\\.)?[a-z0-9]')) return 'domain-name';
  if (pattern === '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$') return 'label';
  if (pattern.startsWith('^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.') && !pattern.includes('\\/')) return 'object-name';
  return null;
}
