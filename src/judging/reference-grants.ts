// ReferenceGrants of Gateway API: who may refer to an object of another namespace.
import { type Cluster, groupOf, mapsAt, namespaceOf, type Resource, resourcesOf, textAt } from './resource.ts';

/** Gateway API, ReferenceGrant: in the namespace of what is referred to, whose `groupKind` is GROUP/KIND. */
export function isReferenceGranted(
  cluster: Cluster,
  from: Resource,
  groupKind: string,
  to: { readonly namespace: string; readonly name: string },
): boolean {
  return resourcesOf(cluster, 'gateway.networking.k8s.io/ReferenceGrant').some(
    (grant) =>
      namespaceOf(grant) === to.namespace &&
      mapsAt(grant, 'spec', 'from').some(
        (each) =>
          textAt(each, 'group') === groupOf(from.apiVersion) &&
          textAt(each, 'kind') === from.kind &&
          textAt(each, 'namespace') === namespaceOf(from),
      ) &&
      mapsAt(grant, 'spec', 'to').some(
        (each) =>
          `${textAt(each, 'group')}/${textAt(each, 'kind')}` === groupKind &&
          ['', to.name].includes(textAt(each, 'name')),
      ),
  );
}
