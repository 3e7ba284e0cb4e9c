import { describe, expect, it } from 'vitest';
import { servicesFor } from '../../src/judging/services.ts';
import { clusterOf } from './cluster.ts';

describe('the protocol of a port', () => {
  it.each([
    ['{port: 80, name: http}', 'http'],
    ['{port: 80, name: HTTP-web}', 'http'],
    ['{port: 80, name: grpc-web-a}', 'http'],
    ['{port: 80, name: http_proxy}', 'http'],
    ['{port: 80, name: httpweb}', 'unknown'],
    ['{port: 80, name: constructor}', 'unknown'],
    ['{port: 80}', 'unknown'],
    ['{port: 443, name: https-web}', 'tls'],
    ['{port: 80, name: tcp, appProtocol: http}', 'http'],
    ['{port: 80, appProtocol: http-web}', 'http'],
    ['{port: 80, appProtocol: kubernetes.io/h2c}', 'http'],
    ['{port: 80, appProtocol: kubernetes.io/ws}', 'http'],
    ['{port: 443, appProtocol: kubernetes.io/wss}', 'tls'],
    ['{port: 80, appProtocol: h2c}', 'unknown'],
    ['{port: 80, name: http, appProtocol: acme.com/own}', 'unknown'],
    ['{port: 53, name: http, appProtocol: http, protocol: UDP}', 'tcp'],
    ['{port: 3306, name: db}', 'tcp'],
    ['{port: 3306, name: http}', 'http'],
  ])('%s: %s', (port, protocol) => {
    const [service] = servicesFor(clusterOf(`{kind: Service, metadata: {name: a}, spec: {ports: [${port}]}}`), 'shop');
    expect(service?.ports.map((each) => each.protocol)).toEqual([protocol]);
  });
});
