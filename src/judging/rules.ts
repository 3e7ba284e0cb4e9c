// Rules that several fields of an object make together, beyond what the schema of its kind says of each.
import type { PlainMap } from '../formats/manifest/document.ts';
import type { Fault } from './fault.ts';
import { groupKindOf } from './resource.ts';
import { coreRules } from './rules/core.ts';
import { destinationRuleRules } from './rules/destination-rule.ts';
import { gatewayRules } from './rules/gateway.ts';
import { gatewayApiRules } from './rules/gateway-api.ts';
import { metadataRules } from './rules/metadata.ts';
import { policyRules } from './rules/policies.ts';
import { faultsOfRule, type Rule } from './rules/rule.ts';
import { serviceEntryRules } from './rules/service-entry.ts';
import { exportRules, virtualServiceRules } from './rules/virtual-service.ts';

export const rules: readonly Rule[] = [
  ...virtualServiceRules,
  ...exportRules,
  ...destinationRuleRules,
  ...gatewayRules,
  ...serviceEntryRules,
  ...policyRules,
  ...gatewayApiRules,
  ...coreRules,
];

/** Every rule that an object breaks. Its fields have the types of its kind. */
export function brokenRules(
  object: PlainMap & { readonly apiVersion: string; readonly kind: string },
): readonly Fault[] {
  const groupKind = groupKindOf(object);
  const own = [...metadataRules(groupKind), ...rules.filter(({ kinds }) => kinds.includes(groupKind))];
  return own.flatMap((rule) => [...faultsOfRule(rule, object)]);
}
