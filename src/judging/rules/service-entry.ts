// Rules of ServiceEntry, WorkloadEntry and WorkloadGroup, as their definitions and istiod refuse them.
import { hasForm, isAddress } from '../forms.ts';
import { fieldsAt, isFields, listAt, mapsAt, textAt } from '../resource.ts';
import { has, isFilled, type Place, type Rule, reportDuplicates, reportPairs } from './rule.ts';

const kinds = ['networking.istio.io/ServiceEntry'];

const namesHost = (protocol: string): boolean =>
  ['http', 'http2', 'http_proxy', 'grpc', 'grpc-web', 'https', 'tls'].includes(protocol.toLowerCase());

const texts = (value: Place['value'], key: string): readonly string[] =>
  listAt(value, key).map((one) => (typeof one === 'string' ? one : ''));

function checkHosts({ value, report }: Place): void {
  const hosts = texts(value, 'hosts');
  if (hosts.length === 0) report('missing', { field: 'hosts', because: null });
  const resolution = textAt(value, 'resolution');
  for (const [i, host] of hosts.entries()) {
    const below = ['hosts', i];
    if (host === '*') report('bad-form', { value: host, form: 'host' }, below, 'value');
    else if (resolution === 'DYNAMIC_DNS' && !host.startsWith('*'))
      report('wildcard-needed', { value: host }, below, 'value');
    else if (resolution.startsWith('DNS') && host.startsWith('*') && !isFilled(value, 'endpoints'))
      report('wildcard-without-endpoints', { value: host, resolution }, below, 'value');
  }
}

function checkPorts(place: Place): void {
  const { value, report } = place;
  const ports = mapsAt(value, 'ports');
  reportDuplicates(
    place,
    ports.map((port, i) => ({ text: textAt(port, 'name'), below: ['ports', i, 'name'] })),
  );
  reportDuplicates(
    place,
    ports.map((port, i) => ({ text: has(port, 'number') ? String(port.number) : '', below: ['ports', i, 'number'] })),
  );
  const resolution = textAt(value, 'resolution');
  const isResolved = resolution !== '' && resolution !== 'NONE';
  const mute = ports.findIndex((port) => !namesHost(textAt(port, 'protocol')));
  if (isResolved && listAt(value, 'hosts').length > 1 && mute >= 0)
    report('several-hosts-per-port', {}, ['ports', mute]);
}

function checkResolution(place: Place): void {
  const { value, report } = place;
  const resolution = textAt(value, 'resolution') || 'NONE';
  const condition = `"resolution: ${resolution}"` as const;
  reportPairs(place, [['workloadSelector', 'endpoints']]);
  if (resolution === 'NONE' && isFilled(value, 'endpoints'))
    report('not-with', { field: 'endpoints', condition: '"resolution: NONE"' }, ['endpoints']);
  if (resolution !== 'NONE' && resolution !== 'STATIC' && texts(value, 'addresses').some((one) => one.includes('/')))
    report('not-with', { field: 'addresses', condition }, ['addresses']);
  if (resolution === 'DYNAMIC_DNS')
    for (const field of ['addresses', 'endpoints'])
      if (isFilled(value, field)) report('not-with', { field, condition }, [field]);
  const endpoints = mapsAt(value, 'endpoints');
  if (resolution === 'DNS_ROUND_ROBIN' && endpoints.length > 1)
    report('bad-length', { of: 'entries', length: endpoints.length, least: null, most: 1 }, ['endpoints']);
}

function checkEndpoints({ value, report }: Place): void {
  const names = new Set(mapsAt(value, 'ports').map((port) => textAt(port, 'name')));
  for (const [i, endpoint] of mapsAt(value, 'endpoints').entries()) {
    const address = textAt(endpoint, 'address');
    if (
      textAt(value, 'resolution') === 'STATIC' &&
      address !== '' &&
      !address.startsWith('unix://') &&
      !isAddress(address)
    )
      report('bad-form', { value: address, form: 'ip-address' }, ['endpoints', i, 'address'], 'value');
    for (const name of Object.keys(fieldsAt(endpoint, 'ports')))
      if (!names.has(name))
        report('not-one-of', { value: name, known: [...names], nearest: null }, ['endpoints', i, 'ports', name]);
  }
}

/** Istio, WorkloadEntry: an address, or the network where its gateway is. */
function checkAddress({ value, report }: Place): void {
  if (!isFilled(value, 'address') && !isFilled(value, 'network'))
    report('missing', { field: 'address', because: null });
  const address = textAt(value, 'address');
  const isSocket = address.startsWith('unix://');
  if (isSocket && (!/^unix:\/\/[/@]/.test(address) || address.endsWith('/')))
    report('bad-form', { value: address, form: null }, ['address'], 'value');
  for (const name of Object.keys(fieldsAt(value, 'ports')))
    if (!hasForm('port-name', name)) report('bad-form', { value: name, form: 'port-name' }, ['ports', name]);
  if (isSocket && isFields(value.ports ?? null))
    report('not-with', { field: 'ports', condition: 'socket-address' }, ['ports']);
}

export const serviceEntryRules: readonly Rule[] = [
  ...[checkHosts, checkPorts, checkResolution, checkEndpoints].map((check) => ({ kinds, at: ['spec'], check })),
  { kinds, at: ['spec.endpoints[]'], check: checkAddress },
  { kinds: ['networking.istio.io/WorkloadEntry'], at: ['spec'], check: checkAddress },
  {
    kinds: ['networking.istio.io/WorkloadGroup'],
    at: ['spec.probe'],
    check: ({ value, report }) => {
      const fields = ['httpGet', 'tcpSocket', 'exec', 'grpc'];
      if (!fields.some((field) => has(value, field))) report('none-of', { fields, because: null });
    },
  },
];
