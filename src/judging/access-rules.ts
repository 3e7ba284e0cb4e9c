// Rules of an AuthorizationPolicy: whether one fits a request.
import {
  type Attribute,
  conditionNamed,
  negated,
  operationAttributes,
  type Subject,
  sourceAttributes,
} from './access-attributes.ts';
import { type Fields, fieldsAt, mapsAt, textAt, textsAt } from './resource.ts';

/** One attribute with the values that it must have one of, and those that it must not have. */
interface Clause {
  /** null: no attribute that Istio knows. */
  readonly attribute: Attribute | null;
  readonly values: readonly string[];
  readonly notValues: readonly string[];
}

const clausesOf = (place: Fields, attributes: Readonly<Record<string, Attribute>>): Clause[] =>
  Object.entries(attributes)
    .map(([key, attribute]) => ({ attribute, values: textsAt(place, key), notValues: textsAt(place, negated(key)) }))
    .filter(({ values, notValues }) => values.length + notValues.length > 0);

const sourceClauses = (from: Fields): Clause[] => clausesOf(fieldsAt(from, 'source'), sourceAttributes);
const operationClauses = (to: Fields): Clause[] => clausesOf(fieldsAt(to, 'operation'), operationAttributes);
const conditionClause = (when: Fields): Clause => ({
  attribute: conditionNamed(textAt(when, 'key')),
  values: textsAt(when, 'values'),
  notValues: textsAt(when, 'notValues'),
});

function holds({ attribute, values, notValues }: Clause, subject: Subject): boolean {
  if (attribute === null) return false;
  const fits = (value: string): boolean => attribute.fits(subject, value);
  return (values.length === 0 || values.some(fits)) && !notValues.some(fits);
}

/** Some `from`, some `to` and every `when`: Istio, Rule; none of a kind is any. */
export function doesRuleFit(rule: Fields, subject: Subject, action: string): boolean {
  if (subject.request.at === 'ztunnel') return doesRuleFitAtZtunnel(rule, subject, action);
  const isTcp = subject.request.protocol === 'tcp';
  const froms = mapsAt(rule, 'from').map(sourceClauses);
  const tos = mapsAt(rule, 'to').map(operationClauses);
  const whens = mapsAt(rule, 'when').map(conditionClause);
  // Istio: a rule with a condition that it does not know is passed over.
  if (whens.some(({ attribute }) => attribute === null)) return false;
  const all = [...froms.flat(), ...tos.flat(), ...whens];
  // Istio, authorization of TCP: HTTP in ALLOW makes the rule fit nothing; in the other actions it is as if it was not written.
  if (isTcp && action === 'ALLOW' && all.some(({ attribute }) => attribute?.isHttp)) return false;
  const counts = (clause: Clause): boolean => !isTcp || clause.attribute?.isHttp === false;
  const isSome = (alternatives: readonly (readonly Clause[])[]): boolean =>
    alternatives.length === 0 ||
    alternatives.some((clauses) => clauses.filter(counts).every((each) => holds(each, subject)));
  return isSome(froms) && isSome(tos) && whens.filter(counts).every((each) => holds(each, subject));
}

/** What ztunnel cannot see, besides HTTP of operations. */
const unseenSources: readonly string[] = ['remoteIpBlocks', 'requestPrincipals'];
const seenConditions: readonly string[] = [
  'source.ip',
  'source.namespace',
  'source.principal',
  'destination.ip',
  'destination.port',
];

/**
 * Istio, ambient mode: a rule of ALLOW with what ztunnel cannot see fits nothing. In DENY the rest of the rule counts; where
 * nothing is left of a `from`, a `to` or a `when`, that part fits nothing.
 */
function doesRuleFitAtZtunnel(rule: Fields, subject: Subject, action: string): boolean {
  const seen = (key: string): boolean => !unseenSources.includes(key) && key !== 'trustDomains';
  const sources = Object.fromEntries(Object.entries(sourceAttributes).filter(([key]) => seen(key)));
  const ports = { ports: operationAttributes.ports as Attribute };
  const froms = mapsAt(rule, 'from').map((from) => clausesOf(fieldsAt(from, 'source'), sources));
  const tos = mapsAt(rule, 'to').map((to) => clausesOf(fieldsAt(to, 'operation'), ports));
  const whens = mapsAt(rule, 'when').map((when) =>
    seenConditions.includes(textAt(when, 'key'))
      ? [conditionClause(when)].filter(({ values, notValues }) => values.length + notValues.length > 0)
      : [],
  );
  if (action === 'ALLOW' && hasUnseen(rule)) return false;
  const isSome = (alternatives: readonly (readonly Clause[])[]): boolean =>
    alternatives.some((clauses) => clauses.length > 0 && clauses.every((each) => holds(each, subject)));
  return (
    (froms.length === 0 || isSome(froms)) && (tos.length === 0 || isSome(tos)) && whens.every((each) => isSome([each]))
  );
}

function hasUnseen(rule: Fields): boolean {
  const has = (place: Fields, keys: readonly string[]): boolean =>
    keys.some((key) => textsAt(place, key).length + textsAt(place, negated(key)).length > 0);
  return (
    mapsAt(rule, 'from').some((from) => has(fieldsAt(from, 'source'), unseenSources)) ||
    mapsAt(rule, 'to').some((to) => has(fieldsAt(to, 'operation'), ['hosts', 'methods', 'paths'])) ||
    mapsAt(rule, 'when').some((when) => !seenConditions.includes(textAt(when, 'key')))
  );
}
