// Expressions: the checks of a lab in the Common Expression Language, evaluated within bounds; nothing of a lab is code that runs.
import { Environment } from '@marcbachmann/cel-js';
import { UserError } from '../errors.ts';
import type { PlainMap, PlainValue } from '../formats/manifest/document.ts';
import type { LabCheck } from '../model/lab.ts';

/** What expressions see, integers as numbers. */
export interface Scope {
  /** What is in the cluster when the answer is in it. */
  readonly objects: readonly PlainMap[];
  readonly answer: readonly PlainMap[];
  readonly values: PlainMap | null;
}

/** Of plain values; integers of what they return become `int`, `percent` always `double`. They throw where a request is none. */
export interface LabFunctions {
  route(request: PlainMap): PlainValue;
  access(request: PlainMap): string;
  /** Examples of the principals, paths, methods, ports or addresses that policies name. */
  named(of: string): readonly string[];
  mtls(workload: PlainMap): string;
  policy(host: string, options: PlainMap): PlainValue;
  selects(selector: PlainValue, labels: PlainValue): boolean;
  host(name: string, namespace: string): string;
  /** Whether a part of the text matches, in time linear in its length. */
  isPartMatch(pattern: string, text: string): boolean;
}

/** Characters of an expression. */
const longest = 10_000;
const limits = { maxAstNodes: 2000, maxDepth: 60, maxListElements: 200, maxMapEntries: 100, maxCallArguments: 8 };
/** Nodes evaluated for all checks of a lab together, about a second; a check over a hundred objects takes a few thousand. */
const mostSteps = 3_000_000;
/** What a question about the mesh counts for: it looks at every object. */
const stepsOfQuestion = 2000;
/** Entries of lists and characters of texts that they make. */
const mostMade = 5_000_000;

type Cel = null | boolean | number | bigint | string | readonly Cel[] | { readonly [key: string]: Cel };

/** A node of an expression as the library evaluates it. */
interface Node {
  readonly op: string;
  readonly args: unknown;
  evaluate(...given: readonly unknown[]): unknown;
}

/** The lab is at fault, and the reason is for its author. */
class CheckFault extends Error {}

class Expressions {
  private readonly lab: string;
  private readonly environment: Environment;
  private readonly variables: { readonly [name: string]: Cel };
  private steps = 0;
  private made = 0;
  private readonly sizes = new WeakMap<object, number>();

  constructor(lab: string, scope: Scope, functions: LabFunctions) {
    this.lab = lab;
    const objects = scope.objects.map((one) => toCel(one));
    const answer = scope.answer.map((one) => toCel(one));
    this.environment = environmentFor(this.counted(functions), objects, answer);
    this.variables = { objects, answer, values: toCel(scope.values) };
  }

  /**
   * Whether the expression of a check is true of an object; a key that is missing makes it false, and so does a value of another
   * type. Throws the UserError `bad-check` where the expression is none, is none of yes and no, or passes a bound.
   */
  holds(check: LabCheck, object: PlainMap | null): boolean {
    try {
      return this.valueOf(check.expression, object);
    } catch (error) {
      if (isAboutValues(error)) return false;
      throw new UserError('bad-check', { lab: this.lab, check: check.id, reason: reasonOf(error) });
    }
  }

  private valueOf(expression: string, object: PlainMap | null): boolean {
    if (expression.length > longest) throw new CheckFault(`it has more than ${longest} characters`);
    const parsed = this.environment.parse(expression);
    this.bound(parsed.ast as unknown as Node, '');
    const { valid, error, type } = parsed.check();
    if (!valid) throw error ?? new CheckFault('its types do not fit');
    if (type !== 'bool' && type !== 'dyn')
      throw new CheckFault(`its value is neither true nor false, but of type ${type}`);
    return parsed({ ...this.variables, object: toCel(object) }) === true;
  }

  private count(steps: number): void {
    this.steps += steps;
    if (this.steps > mostSteps) throw new CheckFault(`the checks take more than ${mostSteps} steps`);
  }

  private counted(functions: LabFunctions): LabFunctions {
    const question = <Given extends readonly unknown[], Answer>(ask: (...given: Given) => Answer) => {
      return (...given: Given): Answer => {
        this.count(stepsOfQuestion);
        return ask(...given);
      };
    };
    const { route, access, named, mtls, policy, isPartMatch } = functions;
    return {
      ...functions,
      ...{ route: question(route), access: question(access), mtls: question(mtls), policy: question(policy) },
      named: question(named),
      isPartMatch: (pattern, text) => {
        this.count(pattern.length + text.length);
        return isPartMatch(pattern, text);
      },
    };
  }

  /**
   * The library bounds what is written, and not how often it is evaluated: every node counts here, and what it makes is measured. It
   * replaces `evaluate` of a node by another at the first call, which is then counted as well.
   */
  private bound(node: Node, above: string): void {
    const isMaker = makers.has(node.op);
    const isCompared = comparisons.has(above);
    const isGiven = isCompared || above === 'call' || above === 'rcall';
    if (node.op === 'rcall' && Array.isArray(node.args) && node.args[0] === 'matches') node.args[0] = ownMatches;
    let inner = node.evaluate;
    const counted = (...given: readonly unknown[]): unknown => {
      this.count(1);
      try {
        const value = inner.apply(node, given as never);
        if (isMaker && (typeof value === 'string' || Array.isArray(value))) this.made += value.length;
        if (this.made > mostMade) throw new CheckFault('the checks make values that are too large');
        if (isCompared) this.count(this.sizeOf(value));
        if (isGiven && typeof value === 'string') this.count(value.length >> 4);
        return value;
      } finally {
        if (node.evaluate !== counted) {
          inner = node.evaluate;
          node.evaluate = counted;
        }
      }
    };
    node.evaluate = counted;
    for (const below of nodesIn(node.args)) this.bound(below, node.op);
  }

  /** Values in a value, those of a list that is in it twice counted twice, as a comparison looks at them. */
  private sizeOf(value: unknown): number {
    if (typeof value !== 'object' || value === null) return 1;
    const known = this.sizes.get(value);
    if (known !== undefined) return known;
    const size = Object.values(value).reduce<number>((sum, one) => sum + this.sizeOf(one), 1);
    this.sizes.set(value, size);
    return size;
  }
}

/** A lab's expressions over what one answer makes of the cluster. */
export const newExpressions = (lab: string, scope: Scope, functions: LabFunctions): Expressions =>
  new Expressions(lab, scope, functions);

/** Nodes whose value may be none that was there before. */
const makers: ReadonlySet<string> = new Set(['call', 'rcall', '+', 'list']);

const comparisons: ReadonlySet<string> = new Set(['==', '!=', 'in']);

/** `matches` of the library is JavaScript's, which may take for ever. */
const ownMatches = 'matchesPart';

function nodesIn(args: unknown): Node[] {
  if (Array.isArray(args)) return args.flatMap(nodesIn);
  return typeof args === 'object' && args !== null && 'op' in args && 'evaluate' in args ? [args as Node] : [];
}

function environmentFor(functions: LabFunctions, objects: readonly Cel[], answer: readonly Cel[]): Environment {
  const environment = new Environment({ enableOptionalTypes: true, homogeneousAggregateLiterals: false, limits });
  for (const name of ['objects', 'answer']) environment.registerVariable(name, 'list');
  for (const name of ['object', 'values']) environment.registerVariable(name, 'dyn');
  const ofKind = (list: readonly Cel[]) => (kind: string) =>
    list.filter((one) => (one as { readonly kind?: Cel }).kind === kind);
  return environment
    .registerFunction('objectsOf(string): list', ofKind(objects))
    .registerFunction('answerOf(string): list', ofKind(answer))
    .registerFunction('route(map): dyn', (request: Cel) => toCel(functions.route(toMap(request))))
    .registerFunction('access(map): string', (request: Cel) => functions.access(toMap(request)))
    .registerFunction('named(string): list', (of: string) => functions.named(of))
    .registerFunction('mtls(map): string', (workload: Cel) => functions.mtls(toMap(workload)))
    .registerFunction('policy(string): dyn', (host: string) => toCel(functions.policy(host, {})))
    .registerFunction('policy(string, map): dyn', (host: string, options: Cel) =>
      toCel(functions.policy(host, toMap(options))),
    )
    .registerFunction('selects(dyn, dyn): bool', (selector: Cel, labels: Cel) =>
      functions.selects(toPlain(selector), toPlain(labels)),
    )
    .registerFunction('host(string, string): string', (name: string, namespace: string) =>
      functions.host(name, namespace),
    )
    .registerFunction('list.sum(): dyn', (list: readonly Cel[]) => sumOf(list))
    .registerFunction(`string.${ownMatches}(string): bool`, (text: string, pattern: string) =>
      functions.isPartMatch(pattern, text),
    );
}

/** Errors of an evaluation are about the values of an answer; those before it and those of functions are about the expression. */
const isAboutValues = (error: unknown): boolean => error instanceof Error && error.name === 'EvaluationError';

/** The first line: the library shows the place in lines of its own. */
const reasonOf = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n', 1)[0] as string) : String(error);

function toCel(value: PlainValue | undefined, key = ''): Cel {
  if (typeof value === 'number') return Number.isSafeInteger(value) && key !== 'percent' ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map((one) => toCel(one));
  if (typeof value !== 'object' || value === null) return (value ?? null) as Cel;
  const known = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(known.map(([name, one]) => [name, toCel(one, name)]));
}

function toPlain(value: unknown): PlainValue {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string' || value === null)
    return value;
  if (Array.isArray(value)) return value.map(toPlain);
  const entries = value instanceof Map ? [...value] : isPlainObject(value) ? Object.entries(value) : null;
  if (entries === null) throw new CheckFault('a value of it can be given to no function');
  return Object.fromEntries(entries.map(([key, one]) => [String(key), toPlain(one)]));
}

/** As Kubernetes has it for its expressions: of integers an integer. */
function sumOf(list: readonly Cel[]): Cel {
  if (list.every((one) => typeof one === 'bigint')) return list.reduce((sum, one) => sum + one, 0n);
  return list.reduce<number>((sum, one) => sum + Number(one), 0);
}

const toMap = (value: unknown): PlainMap => toPlain(value) as PlainMap;

const isPlainObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
