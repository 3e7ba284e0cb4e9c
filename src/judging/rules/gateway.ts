// Rules of an Istio Gateway and of a Sidecar, as istiod refuses them.
import { fieldsAt, listAt, mapsAt, textAt } from '../resource.ts';
import { has, isFilled, type Place, type Rule, reportDuplicates } from './rule.ts';

const gateway = ['networking.istio.io/Gateway'];
const sidecar = ['networking.istio.io/Sidecar'];

const isTls = (protocol: string): boolean => ['https', 'tls'].includes(protocol.toLowerCase());
const isHttp = (protocol: string): boolean =>
  ['http', 'http2', 'http_proxy', 'grpc', 'grpc-web'].includes(protocol.toLowerCase());

function checkServer({ value, report }: Place): void {
  const port = fieldsAt(value, 'port');
  const protocol = textAt(port, 'protocol');
  if (listAt(value, 'hosts').length === 0) report('missing', { field: 'hosts', because: null });
  for (const field of ['name', 'protocol'])
    if (!isFilled(port, field)) report('missing', { field, because: null }, ['port']);
  if (port.number === 0 && !textAt(value, 'bind').startsWith('unix://'))
    report('out-of-range', { value: '0', least: 1, most: 65535 }, ['port', 'number'], 'value');
  if (protocol === '') return;
  if (isTls(protocol)) {
    if (!has(value, 'tls')) report('missing', { field: 'tls', because: `"protocol: ${protocol}"` });
  } else if (has(value, 'tls')) {
    const tls = fieldsAt(value, 'tls');
    // All that a plain HTTP port may have of it is the redirect to HTTPS.
    const isRedirect = isHttp(protocol) && ['', 'PASSTHROUGH', 'AUTO_PASSTHROUGH'].includes(textAt(tls, 'mode'));
    const files = ['caCertificates', 'privateKey', 'serverCertificate'];
    if (!isRedirect || files.some((field) => isFilled(tls, field)))
      report('not-with', { field: 'tls', condition: `"protocol: ${protocol}"` }, ['tls']);
  }
}

const credentials = ['credentialName', 'credentialNames', 'tlsCertificates'];

function checkTls(place: Place): void {
  const { value, report } = place;
  const mode = textAt(value, 'mode');
  if (mode === 'ISTIO_MUTUAL') {
    for (const field of ['serverCertificate', 'privateKey', 'caCertificates', ...credentials])
      if (isFilled(value, field)) report('not-with', { field, condition: '"mode: ISTIO_MUTUAL"' }, [field]);
    return;
  }
  const hasFiles = isFilled(value, 'serverCertificate') && isFilled(value, 'privateKey');
  const sources = [
    ...credentials.filter((field) => isFilled(value, field)),
    ...(hasFiles ? ['serverCertificate'] : []),
  ];
  if (sources.length > 1) report('not-both', { fields: sources }, [sources[1] as string]);
  if (!['SIMPLE', 'MUTUAL', 'OPTIONAL_MUTUAL'].includes(mode)) return;
  if (isFilled(value, 'credentialName') || isFilled(value, 'credentialNames')) return;
  const because = `"mode: ${mode}"` as const;
  if (!hasFiles && !isFilled(value, 'tlsCertificates'))
    report('none-of', { fields: ['credentialName', 'serverCertificate'], because });
  else if (mode !== 'SIMPLE' && !isFilled(value, 'caCertificates'))
    report('missing', { field: 'caCertificates', because });
}

function checkSidecar({ value, report }: Place): void {
  const fields = ['egress', 'ingress', 'outboundTrafficPolicy', 'inboundConnectionPool'];
  if (!fields.some((field) => has(value, field))) report('none-of', { fields, because: null });
  const egress = mapsAt(value, 'egress');
  for (const [i, listener] of egress.entries()) {
    if (listAt(listener, 'hosts').length === 0) report('missing', { field: 'hosts', because: null }, ['egress', i]);
    if (!has(listener, 'port') && i < egress.length - 1)
      report('missing', { field: 'port', because: 'not-the-last' }, ['egress', i]);
  }
}

export const gatewayRules: readonly Rule[] = [
  {
    kinds: gateway,
    at: ['spec'],
    check: (place) => {
      const servers = mapsAt(place.value, 'servers');
      if (servers.length === 0) place.report('missing', { field: 'servers', because: null });
      reportDuplicates(
        place,
        servers.map((server, i) => ({
          text: textAt(fieldsAt(server, 'port'), 'name'),
          below: ['servers', i, 'port', 'name'],
        })),
      );
    },
  },
  { kinds: gateway, at: ['spec.servers[]'], check: checkServer },
  { kinds: gateway, at: ['spec.servers[].tls'], check: checkTls },
  { kinds: sidecar, at: ['spec'], check: checkSidecar },
  {
    kinds: sidecar,
    at: ['spec.ingress[]'],
    check: ({ value, report }) => {
      if (!has(value, 'port')) report('missing', { field: 'port', because: null });
    },
  },
];
