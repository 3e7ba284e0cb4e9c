// What the schema layer says of objects in YAML: each sentence with its hint, in both languages.
import { manifestsIn, readDocuments } from '../../src/formats/manifest/read.ts';
import { placeText } from '../../src/judging/fault.ts';
import { objectFaults } from '../../src/judging/schema.ts';
import { faultSentences } from '../../src/judging/sentences.ts';

export interface Said {
  readonly code: string;
  readonly place: string;
  readonly en: string;
  readonly hint: string | null;
  readonly ru: string;
  readonly ruHint: string | null;
}

export function manifestsOf(text: string): ReturnType<typeof manifestsIn>['manifests'] {
  const { documents, problems } = readDocuments(text, 'answer.yaml');
  if (problems.length > 0) throw new Error(`${JSON.stringify(problems)} in ${text}`);
  return manifestsIn(documents).manifests;
}

export function faultsIn(text: string): readonly Said[] {
  return manifestsOf(text).flatMap(({ value }) =>
    objectFaults(value).map((fault) => {
      const { message, hint } = faultSentences(fault);
      const place = placeText(fault.path);
      return {
        code: fault.code,
        place,
        en: message.en,
        hint: hint?.en ?? null,
        ru: message.ru,
        ruHint: hint?.ru ?? null,
      };
    }),
  );
}

const apiVersions: { readonly [kind: string]: string } = {
  VirtualService: 'networking.istio.io/v1',
  DestinationRule: 'networking.istio.io/v1',
  IstioGateway: 'networking.istio.io/v1',
  ServiceEntry: 'networking.istio.io/v1',
  Sidecar: 'networking.istio.io/v1',
  WorkloadEntry: 'networking.istio.io/v1',
  WorkloadGroup: 'networking.istio.io/v1',
  ProxyConfig: 'networking.istio.io/v1beta1',
  EnvoyFilter: 'networking.istio.io/v1alpha3',
  AuthorizationPolicy: 'security.istio.io/v1',
  PeerAuthentication: 'security.istio.io/v1',
  RequestAuthentication: 'security.istio.io/v1',
  Telemetry: 'telemetry.istio.io/v1',
  WasmPlugin: 'extensions.istio.io/v1alpha1',
  TrafficExtension: 'extensions.istio.io/v1alpha1',
  IstioOperator: 'install.istio.io/v1alpha1',
  Gateway: 'gateway.networking.k8s.io/v1',
  GatewayClass: 'gateway.networking.k8s.io/v1',
  HTTPRoute: 'gateway.networking.k8s.io/v1',
  GRPCRoute: 'gateway.networking.k8s.io/v1',
  TLSRoute: 'gateway.networking.k8s.io/v1',
  TCPRoute: 'gateway.networking.k8s.io/v1alpha2',
  ReferenceGrant: 'gateway.networking.k8s.io/v1beta1',
  BackendTLSPolicy: 'gateway.networking.k8s.io/v1',
  Service: 'v1',
  Namespace: 'v1',
  Pod: 'v1',
  Deployment: 'apps/v1',
};

/** An object of a kind with this `spec`, in flow style; `IstioGateway` is the Gateway of Istio. */
export function objectOf(kind: string, spec: string, metadata = 'name: a'): string {
  const apiVersion = apiVersions[kind];
  if (apiVersion === undefined) throw new Error(`no apiVersion for ${kind}`);
  return `apiVersion: ${apiVersion}\nkind: ${kind.replace('IstioGateway', 'Gateway')}\nmetadata: {${metadata}}\nspec: ${spec}\n`;
}
