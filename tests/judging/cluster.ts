// Clusters of tests: manifests as text, normalised as judging does it.
import { parseAllDocuments } from 'yaml';
import { normaliseResource, overlaid } from '../../src/judging/normalise.ts';
import type { Cluster, Resource } from '../../src/judging/resource.ts';

const groups: Readonly<Record<string, string>> = {
  VirtualService: 'networking.istio.io/v1',
  DestinationRule: 'networking.istio.io/v1',
  ServiceEntry: 'networking.istio.io/v1',
  Sidecar: 'networking.istio.io/v1',
  IstioGateway: 'networking.istio.io/v1',
  Gateway: 'gateway.networking.k8s.io/v1',
  HTTPRoute: 'gateway.networking.k8s.io/v1',
  GRPCRoute: 'gateway.networking.k8s.io/v1',
  TLSRoute: 'gateway.networking.k8s.io/v1',
  ReferenceGrant: 'gateway.networking.k8s.io/v1',
  GatewayClass: 'gateway.networking.k8s.io/v1',
  AuthorizationPolicy: 'security.istio.io/v1',
  RequestAuthentication: 'security.istio.io/v1',
  PeerAuthentication: 'security.istio.io/v1',
  Deployment: 'apps/v1',
};

/** Documents may leave out `apiVersion`; `kind: IstioGateway` is the Gateway of Istio's own group. */
export function resourcesIn(text: string): Resource[] {
  return parseAllDocuments(text).flatMap((document) => {
    const written = document.toJS() as Resource | null;
    if (written === null) return [];
    const apiVersion = written.apiVersion ?? groups[written.kind] ?? 'v1';
    return [{ ...written, apiVersion, kind: written.kind === 'IstioGateway' ? 'Gateway' : written.kind }];
  });
}

export function clusterOf(text: string, namespace = 'shop'): Cluster {
  const resources = resourcesIn(text).map((resource) => normaliseResource(resource, namespace));
  return { resources: overlaid([], resources), namespace };
}
