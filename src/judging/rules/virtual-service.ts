// Rules of a VirtualService, as istiod refuses it (istio/istio, pkg/config/validation).
import { isHostWithin } from '../hosts.ts';
import { fieldsAt, listAt, mapsAt, textAt } from '../resource.ts';
import { has, isFilled, mostCompared, type Place, type Rule, reportDuplicates, reportPairs } from './rule.ts';

const kinds = ['networking.istio.io/VirtualService'];

const gatewaysOf = (spec: Place['value']): readonly unknown[] => listAt(spec, 'gateways');
const isForGateways = (spec: Place['value']): boolean => gatewaysOf(spec).some((name) => name !== 'mesh');

function checkSpec(place: Place): void {
  const { value, report } = place;
  const hosts = listAt(value, 'hosts').filter((host) => typeof host === 'string');
  if (hosts.length === 0) {
    // Without hosts it is one that others delegate to.
    for (const field of ['gateways', 'tls', 'tcp'])
      if (isFilled(value, field)) report('only-with', { field, condition: '"hosts"' }, [field]);
  }
  if (!['http', 'tls', 'tcp'].some((field) => isFilled(value, field)))
    report('none-of', { fields: ['http', 'tls', 'tcp'], because: null });
  reportDuplicates(
    place,
    hosts.map((text, i) => ({ text, below: ['hosts', i] })),
  );
  if (isForGateways(value)) return;
  for (const [i, host] of hosts.entries()) if (host === '*') report('wildcard-in-mesh', {}, ['hosts', i], 'value');
}

function checkHttp(place: Place): void {
  const { value, report } = place;
  const conflicts: readonly (readonly [string, string])[] = [
    ['redirect', 'route'],
    ['redirect', 'fault'],
    ['redirect', 'rewrite'],
    ['redirect', 'directResponse'],
    ['directResponse', 'route'],
    ['directResponse', 'fault'],
    ['directResponse', 'rewrite'],
    ['delegate', 'route'],
    ['delegate', 'redirect'],
    ['mirror', 'mirrors'],
  ];
  reportPairs(place, conflicts);
  const acts = ['redirect', 'directResponse', 'delegate'].some((field) => has(value, field));
  if (!acts && !isFilled(value, 'route'))
    report('none-of', { fields: ['route', 'redirect', 'directResponse', 'delegate'], because: null });
}

function checkRoutes({ value, report }: Place): void {
  const routes = mapsAt(value, 'route');
  if (routes.length > 1 && routes.every((route) => !has(route, 'weight') || route.weight === 0))
    report('weights-are-zero', {}, ['route']);
  for (const [i, route] of routes.entries())
    if (!has(route, 'destination')) report('missing', { field: 'destination', because: null }, ['route', i]);
}

function checkRetries({ value, report }: Place): void {
  const isOff = !has(value, 'attempts') || value.attempts === 0;
  if (isOff && ['perTryTimeout', 'retryOn', 'retryRemoteLocalities'].some((field) => isFilled(value, field)))
    report('retries-are-off', {});
}

const rules: readonly Omit<Rule, 'kinds'>[] = [
  { at: ['spec'], check: checkSpec },
  { at: ['spec.http[]'], check: checkHttp },
  { at: ['spec.http[]', 'spec.tls[]', 'spec.tcp[]'], check: checkRoutes },
  { at: ['spec.http[].retries'], check: checkRetries },
  {
    at: ['spec.http[].redirect'],
    check: (place) => {
      const fields = ['uri', 'prefixRewrite', 'authority', 'port', 'derivePort', 'scheme'];
      if (!fields.some((field) => isFilled(place.value, field))) place.report('none-of', { fields, because: null });
      const code = place.value.redirectCode;
      if (typeof code === 'number' && code > 0 && code < 300)
        place.report('out-of-range', { value: String(code), least: 300, most: 399 }, ['redirectCode'], 'value');
      reportPairs(place, [['uri', 'prefixRewrite']]);
    },
  },
  {
    at: ['spec.http[].rewrite'],
    check: (place) => {
      const fields = ['uri', 'uriRegexRewrite', 'authority'];
      if (!fields.some((field) => isFilled(place.value, field))) place.report('none-of', { fields, because: null });
      reportPairs(place, [['uri', 'uriRegexRewrite']]);
    },
  },
  {
    at: ['spec.http[].fault'],
    check: ({ value, report }) => {
      if (!has(value, 'abort') && !has(value, 'delay'))
        report('none-of', { fields: ['abort', 'delay'], because: null });
    },
  },
  {
    at: ['spec.http[].mirrors[]'],
    check: ({ value, report }) => {
      if (!has(value, 'destination')) report('missing', { field: 'destination', because: null });
    },
  },
  {
    at: ['spec.http[].match[].headers', 'spec.http[].match[].withoutHeaders'],
    check: ({ value, object, report }) => {
      if (isForGateways(fieldsAt(object, 'spec'))) return;
      for (const key of Object.keys(value))
        if (key.startsWith('@request.auth.claims')) report('claim-without-gateway', {}, [key]);
    },
  },
  {
    at: ['spec.tls[]'],
    check: ({ value, report }) => {
      for (const field of ['match', 'route']) if (!isFilled(value, field)) report('missing', { field, because: null });
    },
  },
  {
    at: ['spec.tcp[]'],
    check: ({ value, report }) => {
      if (!isFilled(value, 'route')) report('missing', { field: 'route', because: null });
    },
  },
  {
    at: ['spec.tls[].match[]'],
    check: ({ value, object, report }) => {
      const names = listAt(value, 'sniHosts').slice(0, mostCompared);
      if (names.length === 0) report('missing', { field: 'sniHosts', because: null });
      const hosts = listAt(fieldsAt(object, 'spec'), 'hosts')
        .filter((host) => typeof host === 'string')
        .slice(0, mostCompared);
      for (const [i, name] of names.entries())
        if (typeof name === 'string' && !hosts.some((host) => isHostWithin(name, host)))
          report('sni-outside-hosts', { value: name }, ['sniHosts', i], 'value');
    },
  },
];

export const virtualServiceRules: readonly Rule[] = rules.map((rule) => ({ kinds, ...rule }));

/** Istio, exportTo: `*` is everybody, so nobody else is named beside it. */
export const exportRules: readonly Rule[] = [
  {
    kinds: ['VirtualService', 'DestinationRule', 'ServiceEntry'].map((kind) => `networking.istio.io/${kind}`),
    at: ['spec'],
    check: (place) => {
      const targets = listAt(place.value, 'exportTo').map((target) => (typeof target === 'string' ? target : ''));
      reportDuplicates(
        place,
        targets.map((text, i) => ({ text, below: ['exportTo', i] })),
      );
      const all = targets.indexOf('*');
      if (targets.length > 1 && all >= 0)
        place.report('not-with', { field: '*', condition: 'other-entries' }, ['exportTo', all], 'value');
      const isService = textAt(place.object, 'kind') === 'ServiceEntry';
      for (const [i, target] of targets.entries())
        if (!/^(?:\.|\*|[a-zA-Z0-9](?:[-a-zA-Z0-9]{0,61}[a-zA-Z0-9])?)$/.test(target) && !(isService && target === '~'))
          place.report('bad-form', { value: target, form: 'label' }, ['exportTo', i], 'value');
    },
  },
];
