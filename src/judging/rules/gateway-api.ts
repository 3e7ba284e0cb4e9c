// Rules of the Gateway API, from the validations that its definitions carry (kubernetes-sigs/gateway-api, config/crd).
import { durationOf } from '../forms.ts';
import { type Fields, fieldsAt, listAt, mapsAt, textAt } from '../resource.ts';
import { has, isFilled, type Place, type Rule, reportDuplicates, reportPairs } from './rule.ts';

const group = 'gateway.networking.k8s.io';
const of = (...kinds: readonly string[]): readonly string[] => kinds.map((kind) => `${group}/${kind}`);
const routes = of('HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute');
const withFilters = of('HTTPRoute', 'GRPCRoute');

function checkListeners(place: Place): void {
  const listeners = mapsAt(place.value, 'listeners');
  reportDuplicates(
    place,
    listeners.map((listener, i) => ({ text: textAt(listener, 'name'), below: ['listeners', i, 'name'] })),
  );
  reportDuplicates(
    place,
    listeners.map((listener, i) => ({
      text: has(listener, 'port')
        ? `${listener.port}/${textAt(listener, 'protocol')}/${textAt(listener, 'hostname')}`.replace(/\/$/, '')
        : '',
      below: ['listeners', i],
    })),
  );
}

function checkListener({ value, report }: Place): void {
  const protocol = textAt(value, 'protocol');
  const condition = `"protocol: ${protocol}"` as const;
  const tls = fieldsAt(value, 'tls');
  const isPlain = ['HTTP', 'TCP', 'UDP'].includes(protocol);
  if (isPlain && has(value, 'tls')) report('not-with', { field: 'tls', condition }, ['tls']);
  if (['TCP', 'UDP'].includes(protocol) && isFilled(value, 'hostname'))
    report('not-with', { field: 'hostname', condition }, ['hostname']);
  if (protocol === 'HTTPS' && has(value, 'tls') && !['', 'Terminate'].includes(textAt(tls, 'mode')))
    report('not-with', { field: `mode: ${textAt(tls, 'mode')}`, condition }, ['tls', 'mode']);
  if (protocol === 'TLS' && !has(value, 'tls')) report('missing', { field: 'tls', because: condition });
  if (isPlain || !has(value, 'tls') || !['', 'Terminate'].includes(textAt(tls, 'mode'))) return;
  if (!isFilled(tls, 'certificateRefs') && !isFilled(tls, 'options'))
    report('missing', { field: 'certificateRefs', because: '"mode: Terminate"' }, ['tls']);
}

/** Gateway API, filters: each type has the field of its own name, and no other. */
const filterFields: { readonly [type: string]: string } = {
  RequestHeaderModifier: 'requestHeaderModifier',
  ResponseHeaderModifier: 'responseHeaderModifier',
  RequestMirror: 'requestMirror',
  RequestRedirect: 'requestRedirect',
  URLRewrite: 'urlRewrite',
  ExtensionRef: 'extensionRef',
  ExternalAuth: 'externalAuth',
  CORS: 'cors',
};

function checkFilter({ value, report }: Place): void {
  const type = textAt(value, 'type');
  const own = filterFields[type];
  if (own !== undefined && !has(value, own)) report('missing', { field: own, because: `"type: ${type}"` });
  for (const [other, field] of Object.entries(filterFields))
    if (field !== own && has(value, field)) report('only-with', { field, condition: `"type: ${other}"` }, [field]);
}

function checkFilters(place: Place): void {
  const once = Object.keys(filterFields).filter(
    (type) => !['RequestMirror', 'ExtensionRef', 'ExternalAuth'].includes(type),
  );
  const filters = mapsAt(place.value, 'filters').map((filter) => textAt(filter, 'type'));
  reportDuplicates(
    place,
    filters.map((type, i) => ({ text: once.includes(type) ? type : '', below: ['filters', i, 'type'] })),
  );
  if (filters.includes('RequestRedirect') && filters.includes('URLRewrite'))
    place.report('not-both', { fields: ['RequestRedirect', 'URLRewrite'] }, ['filters']);
}

function checkRule(place: Place): void {
  const { value, report } = place;
  const filters = mapsAt(value, 'filters');
  if (isFilled(value, 'backendRefs') && filters.some((filter) => has(filter, 'requestRedirect')))
    report('not-with', { field: 'backendRefs', condition: 'redirect-filter' }, ['backendRefs']);
  const ofBackends = mapsAt(value, 'backendRefs').flatMap((backend) => mapsAt(backend, 'filters'));
  const replaces = [...filters, ...ofBackends].some((filter) =>
    ['requestRedirect', 'urlRewrite'].some((field) => has(fieldsAt(filter, field, 'path'), 'replacePrefixMatch')),
  );
  if (!replaces) return;
  // Without matches there is one: the prefix "/".
  const matches = has(value, 'matches') ? mapsAt(value, 'matches') : [{}];
  const types = matches.map((match) => textAt(fieldsAt(match, 'path'), 'type') || 'PathPrefix');
  if (types.length !== 1 || types[0] !== 'PathPrefix') report('needs-one-prefix', {});
}

function checkPathChange({ value, report }: Place): void {
  const fields: { readonly [type: string]: string } = {
    ReplaceFullPath: 'replaceFullPath',
    ReplacePrefixMatch: 'replacePrefixMatch',
  };
  const type = textAt(value, 'type');
  for (const [name, field] of Object.entries(fields)) {
    if (type === name && !has(value, field)) report('missing', { field, because: `"type: ${type}"` });
    if (type !== name && has(value, field)) report('only-with', { field, condition: `"type: ${name}"` }, [field]);
  }
}

function checkPath({ value, report }: Place): void {
  const text = textAt(value, 'value');
  if (textAt(value, 'type') === 'RegularExpression' || !has(value, 'value')) return;
  const isBad = !text.startsWith('/') || ['//', '/./', '/../', '%2f', '%2F', '#'].some((part) => text.includes(part));
  const isWritten = /^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})+$/.test(text);
  if (isBad || !isWritten || /\/\.{1,2}$/.test(text))
    report('bad-form', { value: text, form: null }, ['value'], 'value');
}

function checkParents(place: Place): void {
  const parents = mapsAt(place.value, 'parentRefs');
  const fields = ['group', 'kind', 'namespace', 'name', 'sectionName', 'port'];
  const textOf = (parent: Fields): string =>
    fields.flatMap((field) => (isFilled(parent, field) ? [`${field} ${String(parent[field])}`] : [])).join(', ');
  reportDuplicates(
    place,
    parents.map((parent, i) => ({ text: textOf(parent), below: ['parentRefs', i] })),
  );
  const names = mapsAt(place.value, 'rules').map((rule) => textAt(rule, 'name'));
  reportDuplicates(
    place,
    names.map((text, i) => ({ text, below: ['rules', i, 'name'] })),
  );
}

function checkBackend({ value, report }: Place): void {
  const isService = textAt(value, 'group') === '' && ['', 'Service'].includes(textAt(value, 'kind'));
  if (isService && !has(value, 'port')) report('missing', { field: 'port', because: 'a-service' });
}

function checkTimeouts({ value, report }: Place): void {
  const request = durationOf(textAt(value, 'request')) ?? 0;
  const backend = durationOf(textAt(value, 'backendRequest')) ?? 0;
  if (request > 0 && backend > request)
    report('not-with', { field: 'backendRequest', condition: `"request: ${textAt(value, 'request')}"` }, [
      'backendRequest',
    ]);
}

function checkCertificates(place: Place): void {
  const fields = ['caCertificateRefs', 'wellKnownCACertificates'];
  const given = fields.filter((field) => isFilled(place.value, field));
  if (given.length > 1) place.report('not-both', { fields }, ['wellKnownCACertificates']);
  if (given.length === 0) place.report('none-of', { fields, because: null });
}

const filters = ['spec.rules[].filters[]', 'spec.rules[].backendRefs[].filters[]'];
const modifiers = ['requestHeaderModifier', 'responseHeaderModifier'];

export const gatewayApiRules: readonly Rule[] = [
  { kinds: of('Gateway', 'ListenerSet'), at: ['spec'], check: checkListeners },
  { kinds: of('Gateway', 'ListenerSet'), at: ['spec.listeners[]'], check: checkListener },
  { kinds: routes, at: ['spec'], check: checkParents },
  { kinds: withFilters, at: filters, check: checkFilter },
  { kinds: withFilters, at: ['spec.rules[]', 'spec.rules[].backendRefs[]'], check: checkFilters },
  { kinds: of('HTTPRoute'), at: ['spec.rules[]'], check: checkRule },
  {
    kinds: of('HTTPRoute'),
    at: filters.flatMap((place) => [`${place}.requestRedirect.path`, `${place}.urlRewrite.path`]),
    check: checkPathChange,
  },
  { kinds: of('HTTPRoute'), at: ['spec.rules[].matches[].path'], check: checkPath },
  { kinds: of('HTTPRoute'), at: ['spec.rules[].timeouts'], check: checkTimeouts },
  {
    kinds: routes,
    at: ['spec.rules[].backendRefs[]', ...filters.map((place) => `${place}.requestMirror.backendRef`)],
    check: checkBackend,
  },
  {
    kinds: withFilters,
    at: filters.map((place) => `${place}.requestMirror`),
    check: (place) => reportPairs(place, [['percent', 'fraction']]),
  },
  {
    kinds: of('HTTPRoute'),
    at: filters.map((place) => `${place}.cors`),
    check: ({ value, report }) => {
      for (const field of ['allowHeaders', 'allowMethods', 'allowOrigins']) {
        const entries = listAt(value, field);
        const all = entries.indexOf('*');
        if (entries.length > 1 && all >= 0)
          report('not-with', { field: '*', condition: 'other-entries' }, [field, all], 'value');
      }
    },
  },
  {
    kinds: withFilters,
    at: ['spec.rules[].matches[]', ...filters.flatMap((place) => modifiers.map((field) => `${place}.${field}`))],
    check: (place) => {
      for (const field of ['headers', 'queryParams', 'set', 'add'])
        reportDuplicates(
          place,
          mapsAt(place.value, field).map((one, i) => ({ text: textAt(one, 'name'), below: [field, i, 'name'] })),
        );
    },
  },
  {
    kinds: of('GRPCRoute'),
    at: ['spec.rules[].matches[].method'],
    check: ({ value, report }) => {
      if (has(value, 'type') && !has(value, 'service') && !has(value, 'method'))
        report('none-of', { fields: ['service', 'method'], because: null });
    },
  },
  { kinds: of('BackendTLSPolicy'), at: ['spec.validation'], check: checkCertificates },
  {
    kinds: of('BackendTLSPolicy'),
    at: ['spec.validation.subjectAltNames[]'],
    check: ({ value, report }) => {
      for (const [type, field] of [
        ['Hostname', 'hostname'],
        ['URI', 'uri'],
      ] as const) {
        const isType = textAt(value, 'type') === type;
        if (isType && !isFilled(value, field)) report('missing', { field, because: `"type: ${type}"` });
        if (!isType && isFilled(value, field)) report('only-with', { field, condition: `"type: ${type}"` }, [field]);
      }
    },
  },
];
