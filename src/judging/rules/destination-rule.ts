// Rules of a DestinationRule and of the settings that a Sidecar shares with it, as istiod refuses them.
import type { Reason } from '../../lang/faults.ts';
import { type Fields, fieldsAt, isFields, listAt, mapsAt, textAt } from '../resource.ts';
import { has, isFilled, type Place, type Rule, reportDuplicates, reportPairs } from './rule.ts';

const kinds = ['networking.istio.io/DestinationRule'];
const policies = ['spec.trafficPolicy', 'spec.subsets[].trafficPolicy'];
/** Where the settings are that a port may have for itself. */
const settings = [...policies, ...policies.map((policy) => `${policy}.portLevelSettings[]`)];
const below = (field: string): readonly string[] => settings.map((place) => `${place}.${field}`);

const ofPort = ['outlierDetection', 'connectionPool', 'loadBalancer', 'tls'];
const ofPolicy = [...ofPort, 'portLevelSettings', 'tunnel', 'proxyProtocol', 'retryBudget'];

function needOne({ value, report }: Place, fields: readonly string[]): void {
  if (!fields.some((field) => has(value, field))) report('none-of', { fields, because: null });
}

function checkTls({ value, report }: Place): void {
  const mode = textAt(value, 'mode');
  const isOwn = mode === 'SIMPLE' || mode === 'MUTUAL';
  const forbid = (fields: readonly string[], condition: Reason): void => {
    for (const field of fields) if (isFilled(value, field)) report('not-with', { field, condition }, [field]);
  };
  if (value.insecureSkipVerify === true && isOwn) {
    const fields =
      mode === 'SIMPLE'
        ? ['caCertificates', 'credentialName', 'subjectAltNames']
        : ['caCertificates', 'subjectAltNames'];
    forbid(fields, '"insecureSkipVerify: true"');
  }
  if (isOwn && isFilled(value, 'credentialName'))
    forbid(['clientCertificate', 'caCertificates', 'privateKey', 'caCrl'], '"credentialName"');
  else if (mode === 'MUTUAL')
    for (const field of ['clientCertificate', 'privateKey'])
      if (!isFilled(value, field)) report('missing', { field, because: 'mutual-without-credential' });
}

function checkLocality({ value, report }: Place): void {
  if (isFilled(value, 'distribute') && isFilled(value, 'failover'))
    report('not-both', { fields: ['distribute', 'failover'] }, ['failover']);
  const topology = ['topology.kubernetes.io/region', 'topology.kubernetes.io/zone', 'topology.istio.io/subzone'];
  const priority = listAt(value, 'failoverPriority').find((one) => topology.includes(String(one)));
  if (isFilled(value, 'failover') && priority !== undefined)
    report('not-with', { field: 'failover', condition: `"${String(priority)}"` }, ['failoverPriority']);
  for (const [i, { to }] of mapsAt(value, 'distribute').entries()) {
    const shares = isFields(to) ? Object.values(to).filter((share) => typeof share === 'number') : [];
    const sum = shares.reduce((one, other) => one + other, 0);
    if (sum !== 100) report('shares-of-locality', { sum }, ['distribute', i, 'to']);
  }
}

function checkFailover({ value, report }: Place): void {
  const regions = [textAt(value, 'from'), textAt(value, 'to')];
  if (regions[0] === regions[1] || regions.some((region) => /[/*]/.test(region))) report('same-region', {});
}

function checkHash({ value, report }: Place): void {
  const cookie = fieldsAt(value, 'httpCookie');
  if (has(value, 'httpCookie') && !isFilled(cookie, 'name'))
    report('missing', { field: 'name', because: null }, ['httpCookie']);
  if (has(value, 'minimumRingSize') && value.minimumRingSize !== 0)
    for (const field of ['ringHash', 'maglev'])
      if (has(value, field)) report('not-both', { fields: ['minimumRingSize', field] }, [field]);
}

const pools = (place: string): readonly string[] => [`${place}.connectionPool`];

const rules: readonly Omit<Rule, 'kinds'>[] = [
  {
    at: ['spec'],
    check: (place) => {
      const names = mapsAt(place.value, 'subsets').map((subset) => textAt(subset, 'name'));
      reportDuplicates(
        place,
        names.map((text, i) => ({ text, below: ['subsets', i, 'name'] })),
      );
    },
  },
  {
    at: policies,
    check: (place) => {
      needOne(place, ofPolicy);
      reportPairs(place, [['tunnel', 'proxyProtocol']]);
    },
  },
  {
    at: policies.map((policy) => `${policy}.portLevelSettings[]`),
    check: (place) => {
      if (!has(place.value, 'port')) place.report('missing', { field: 'port', because: null });
      needOne(place, ofPort);
    },
  },
  { at: below('tls'), check: checkTls },
  { at: below('loadBalancer.localityLbSetting'), check: checkLocality },
  { at: below('loadBalancer.localityLbSetting.failover[]'), check: checkFailover },
  { at: below('loadBalancer.zoneAwareLbSetting.failover[]'), check: checkFailover },
  { at: below('loadBalancer.consistentHash'), check: checkHash },
  { at: below('loadBalancer'), check: (place) => reportPairs(place, [['localityLbSetting', 'zoneAwareLbSetting']]) },
  {
    at: below('outlierDetection'),
    check: ({ value, report }) => {
      const failures = value.consecutiveLocalOriginFailures;
      if (typeof failures !== 'number' || failures <= 0 || value.splitExternalLocalOriginErrors === true) return;
      const condition = '"splitExternalLocalOriginErrors: true"' as const;
      report('only-with', { field: 'consecutiveLocalOriginFailures', condition }, ['consecutiveLocalOriginFailures']);
    },
  },
];

/** Istio, connection pools: at least one part, and one policy for HTTP/2. */
function checkPool(place: Place): void {
  needOne(place, ['http', 'tcp']);
  const http: Fields = fieldsAt(place.value, 'http');
  if (http.h2UpgradePolicy === 'UPGRADE' && http.useClientProtocol === true)
    place.report('not-with', { field: 'useClientProtocol', condition: '"h2UpgradePolicy: UPGRADE"' }, [
      'http',
      'useClientProtocol',
    ]);
  const keepAlive = fieldsAt(http, 'http2KeepAlive');
  if (has(http, 'http2KeepAlive'))
    for (const field of ['interval', 'timeout'])
      if (!has(keepAlive, field)) place.report('missing', { field, because: null }, ['http', 'http2KeepAlive']);
}

export const destinationRuleRules: readonly Rule[] = [
  ...rules.map((rule) => ({ kinds, ...rule })),
  { kinds, at: settings.flatMap(pools), check: checkPool },
  {
    kinds: ['networking.istio.io/Sidecar'],
    at: ['spec.inboundConnectionPool', 'spec.ingress[].connectionPool'],
    check: checkPool,
  },
];
