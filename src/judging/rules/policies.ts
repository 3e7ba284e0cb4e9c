// Rules of policies that select workloads: security, telemetry, extensions; as their definitions and istiod refuse them.
import type { Reason } from '../../lang/faults.ts';
import { nearestWord } from '../../text/nearest.ts';
import { conditionKeys, negated, operationAttributes, sourceAttributes } from '../access-attributes.ts';
import { hasForm } from '../forms.ts';
import { fieldsAt, listAt, mapsAt, textAt } from '../resource.ts';
import { has, isFilled, type Place, type Rule, reportDuplicates, reportPairs } from './rule.ts';

const authorization = ['security.istio.io/AuthorizationPolicy'];
const request = ['security.istio.io/RequestAuthentication'];
const peer = ['security.istio.io/PeerAuthentication'];
const telemetry = ['telemetry.istio.io/Telemetry'];
const extensions = ['extensions.istio.io/WasmPlugin', 'extensions.istio.io/TrafficExtension'];

/** What a policy may be attached to: GROUP/KIND. */
const targets: ReadonlySet<string> = new Set([
  '/Service',
  'networking.istio.io/ServiceEntry',
  'gateway.networking.k8s.io/Gateway',
  'gateway.networking.k8s.io/GatewayClass',
]);

function checkTarget({ value, report }: Place): void {
  const group = textAt(value, 'group').replace(/^core$/, '');
  const kind = textAt(value, 'kind');
  if (targets.has(`${group}/${kind}`)) return;
  const right = [...targets].find((target) => target.endsWith(`/${kind}`));
  if (right === undefined) {
    const known = [...targets].map((target) => target.slice(target.indexOf('/') + 1));
    report('not-one-of', { value: kind, known, nearest: nearestWord(kind, known) }, ['kind'], 'value');
  } else {
    const known = [right.slice(0, right.indexOf('/'))].filter((one) => one !== '');
    if (known.length > 0 && !isFilled(value, 'group'))
      report('missing', { field: 'group', because: `"kind: ${kind}"` });
    else
      report(
        'not-one-of',
        { value: group, known: known.length > 0 ? known : ['""'], nearest: null },
        ['group'],
        'value',
      );
  }
}

function checkAction({ value, report }: Place): void {
  const action = textAt(value, 'action') || 'ALLOW';
  const hasRules = has(value, 'rules');
  if (action === 'CUSTOM' && hasRules && !isFilled(fieldsAt(value, 'provider'), 'name'))
    report('missing', { field: 'provider', because: '"action: CUSTOM"' });
  if (action !== 'CUSTOM' && has(value, 'provider'))
    report('only-with', { field: 'provider', condition: '"action: CUSTOM"' }, ['provider']);
  if (!hasRules && (action === 'DENY' || action === 'CUSTOM')) report('never-applies', { action });
}

/** An external authorizer decides before there is an identity. */
const identities = ['namespaces', 'serviceAccounts', 'trustDomains', 'principals', 'requestPrincipals'];
const withNegations = (names: readonly string[]): readonly string[] => names.flatMap((name) => [name, negated(name)]);
const identityFields = withNegations(identities);
const sourceFields = withNegations(Object.keys(sourceAttributes));
const operationFields = withNegations(Object.keys(operationAttributes));

function checkSource({ value, object, report }: Place): void {
  if (!sourceFields.some((field) => isFilled(value, field))) report('empty', {});
  const accounts = ['serviceAccounts', 'notServiceAccounts'].find((field) => isFilled(value, field));
  const others = ['principals', 'notPrincipals', 'namespaces', 'notNamespaces'].filter((field) =>
    isFilled(value, field),
  );
  if (accounts !== undefined && others[0] !== undefined)
    report('not-both', { fields: [accounts, others[0]] }, [others[0]]);
  if (textAt(fieldsAt(object, 'spec'), 'action') !== 'CUSTOM') return;
  for (const field of identityFields)
    if (isFilled(value, field)) report('not-with', { field, condition: '"action: CUSTOM"' }, [field]);
}

/** Attributes of a request that a condition may ask for; of those with brackets each entry. */
const attributes = [...conditionKeys, 'request.headers', 'request.auth.claims'];
const keyed = ['request.headers', 'request.auth.claims', 'experimental.envoy.filters.'];

function checkCondition({ value, report }: Place): void {
  const key = textAt(value, 'key');
  const isEntry = keyed.some((prefix) => key.startsWith(prefix));
  const isKnown = isEntry ? /^[^[]+\[.+\]$/.test(key) : attributes.includes(key);
  if (!isKnown) {
    const [plain = key] = key.split('[');
    const nearest = isEntry ? null : nearestWord(plain, attributes);
    report('unknown-condition', { value: key, nearest }, ['key'], 'value');
  }
  if (!isFilled(value, 'values') && !isFilled(value, 'notValues'))
    report('none-of', { fields: ['values', 'notValues'], because: null });
  const form = ['source.ip', 'remote.ip', 'destination.ip'].includes(key)
    ? 'address-block'
    : key === 'destination.port'
      ? 'port-text'
      : null;
  if (form === null) return;
  for (const field of ['values', 'notValues'])
    for (const [i, text] of listAt(value, field).entries())
      if (typeof text === 'string' && !hasForm(form, text))
        report('bad-form', { value: text, form }, [field, i], 'value');
}

function checkPortModes({ value, report }: Place): void {
  if (!isFilled(value, 'portLevelMtls')) return;
  if (!isFilled(fieldsAt(value, 'selector'), 'matchLabels'))
    report('only-with', { field: 'portLevelMtls', condition: '"selector.matchLabels"' }, ['portLevelMtls']);
  for (const port of Object.keys(fieldsAt(value, 'portLevelMtls')))
    if (!/^[1-9]\d{0,4}$/.test(port) || Number(port) > 65535)
      report('out-of-range', { value: port, least: 1, most: 65535 }, ['portLevelMtls', port]);
}

const chooses: readonly (readonly [string, string])[] = [
  ['selector', 'targetRef'],
  ['selector', 'targetRefs'],
  ['targetRef', 'targetRefs'],
];

const isFilledList = (place: Place, field: string, because: Reason | null = null): void => {
  if (!isFilled(place.value, field)) place.report('missing', { field, because });
};

export const policyRules: readonly Rule[] = [
  {
    kinds: [...authorization, ...request, ...peer, ...telemetry, ...extensions, 'networking.istio.io/ProxyConfig'],
    at: ['spec.selector.matchLabels'],
    check: ({ value, report }) => {
      for (const key of Object.keys(value))
        if (!hasForm('label-key', key)) report('bad-form', { value: key, form: 'label-key' }, [key]);
    },
  },
  {
    kinds: [...authorization, ...request, ...telemetry, ...extensions],
    at: ['spec'],
    check: (place) => reportPairs(place, chooses),
  },
  {
    kinds: ['networking.istio.io/EnvoyFilter'],
    at: ['spec'],
    check: (place) => reportPairs(place, [['workloadSelector', 'targetRefs']]),
  },
  {
    kinds: ['networking.istio.io/EnvoyFilter'],
    at: ['spec.configPatches[].match'],
    check: ({ value, report }) => {
      const isWaypoint = textAt(value, 'context') === 'WAYPOINT';
      if (isWaypoint && !has(value, 'waypoint'))
        report('missing', { field: 'waypoint', because: '"context: WAYPOINT"' });
      if (!isWaypoint && has(value, 'waypoint'))
        report('only-with', { field: 'waypoint', condition: '"context: WAYPOINT"' }, ['waypoint']);
    },
  },
  {
    kinds: [...authorization, ...request, ...telemetry, ...extensions],
    at: ['spec.targetRef', 'spec.targetRefs[]'],
    check: checkTarget,
  },
  { kinds: authorization, at: ['spec'], check: checkAction },
  {
    kinds: authorization,
    at: ['spec.rules[]'],
    check: ({ value, report }) => {
      for (const field of ['from', 'to'])
        if (has(value, field) && !isFilled(value, field)) report('empty', {}, [field]);
    },
  },
  { kinds: authorization, at: ['spec.rules[].from[]'], check: (place) => isFilledOrPresent(place, 'source') },
  { kinds: authorization, at: ['spec.rules[].to[]'], check: (place) => isFilledOrPresent(place, 'operation') },
  { kinds: authorization, at: ['spec.rules[].from[].source'], check: checkSource },
  {
    kinds: authorization,
    at: ['spec.rules[].to[].operation'],
    check: ({ value, report }) => {
      if (!operationFields.some((field) => isFilled(value, field))) report('empty', {});
    },
  },
  { kinds: authorization, at: ['spec.rules[].when[]'], check: checkCondition },
  { kinds: peer, at: ['spec'], check: checkPortModes },
  {
    kinds: request,
    at: ['spec.jwtRules[]'],
    check: (place) => {
      if (!isFilled(place.value, 'issuer') && !isFilled(place.value, 'jwksUri'))
        place.report('none-of', { fields: ['issuer', 'jwksUri'], because: null });
      reportPairs(place, [
        ['jwks', 'jwksUri'],
        ['jwks', 'jwks_uri'],
        ['jwksUri', 'jwks_uri'],
      ]);
    },
  },
  {
    kinds: telemetry,
    at: ['spec.metrics[].overrides[].tagOverrides{}'],
    check: (place) => {
      const operation = textAt(place.value, 'operation') || 'UPSERT';
      if (operation === 'UPSERT') isFilledList(place, 'value', '"operation: UPSERT"');
      else if (isFilled(place.value, 'value'))
        place.report('not-with', { field: 'value', condition: '"operation: REMOVE"' }, ['value']);
    },
  },
  {
    kinds: extensions,
    at: ['spec.vmConfig', 'spec.wasm.vmConfig'],
    check: (place) => {
      const names = mapsAt(place.value, 'env').map((one) => textAt(one, 'name'));
      reportDuplicates(
        place,
        names.map((text, i) => ({ text, below: ['env', i, 'name'] })),
      );
    },
  },
  {
    kinds: extensions,
    at: ['spec.vmConfig.env[]', 'spec.wasm.vmConfig.env[]'],
    check: ({ value, report }) => {
      if (textAt(value, 'valueFrom') === 'HOST' && has(value, 'value'))
        report('not-with', { field: 'value', condition: '"valueFrom: HOST"' }, ['value']);
    },
  },
  {
    kinds: ['extensions.istio.io/TrafficExtension'],
    at: ['spec'],
    check: ({ value, report }) => {
      if (!has(value, 'wasm') && !has(value, 'lua')) report('none-of', { fields: ['wasm', 'lua'], because: null });
    },
  },
];

function isFilledOrPresent({ value, report }: Place, field: string): void {
  if (!has(value, field)) report('missing', { field, because: null });
}
