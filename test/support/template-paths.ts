import Handlebars from 'handlebars';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HELPERS } from '../../src/pages/helpers.js';

const FOLDER = join(import.meta.dirname, '../../src/pages');

/** What a template may read at one place: members by name, the element of a list, or anything (`undefined` inside). */
type Shape = 'anything' | { readonly [member: string]: Shape };

interface Place {
  /** From the innermost context outwards; `..` goes one further. */
  readonly contexts: readonly Shape[];
  readonly blockParams: Readonly<Record<string, Shape>>;
}

const ELEMENT = '[]';
const BUILT_IN = new Set(['if', 'unless', 'each', 'with', 'else', ...Object.keys(HELPERS)]);

/** Every path that a template reads although no sample view has it; a partial's path must exist in one of its uses. */
export class TemplatePaths {
  private readonly known = new Set<string>();
  private readonly unknown = new Set<string>();

  /** @param views every sample view of the page */
  readPage(name: string, views: readonly object[]): void {
    // What every page is given besides its view.
    const shape = views.map(shapeOf).reduce(merged, shapeOf({ assetVersion: '' }));
    this.read(join(name, `${name}.hbs`), { contexts: [shape], blockParams: {} });
  }

  /** As `file: path`. */
  get missing(): string[] {
    return [...this.unknown].filter((path) => !this.known.has(path));
  }

  private read(file: string, place: Place): void {
    const { body } = Handlebars.parse(readFileSync(join(FOLDER, file), 'utf8'));
    for (const statement of body) this.visit(statement, file, place);
  }

  private visit(node: hbs.AST.Node, file: string, place: Place): void {
    if (node.type === 'MustacheStatement') this.call(node as hbs.AST.MustacheStatement, file, place);
    else if (node.type === 'BlockStatement') this.block(node as hbs.AST.BlockStatement, file, place);
    else if (node.type === 'PartialStatement') this.partial(node as hbs.AST.PartialStatement, file, place);
  }

  private block(node: hbs.AST.BlockStatement, file: string, place: Place): void {
    const [argument] = node.params;
    const value = argument === undefined ? 'anything' : this.value(argument, file, place);
    for (const other of node.params.slice(1)) this.value(other, file, place);
    const inner = this.inside(node, value, place);
    for (const statement of node.program.body) this.visit(statement, file, inner);
    for (const statement of node.inverse?.body ?? []) this.visit(statement, file, place);
  }

  private inside(node: hbs.AST.BlockStatement, value: Shape, place: Place): Place {
    const name = node.path.original;
    if (name !== 'each' && name !== 'with') return place;
    const context = name === 'each' ? member(value, ELEMENT) : value;
    const [parameter] = node.program.blockParams ?? [];
    return {
      contexts: [context, ...place.contexts],
      blockParams: parameter === undefined ? place.blockParams : { ...place.blockParams, [parameter]: context },
    };
  }

  private partial(node: hbs.AST.PartialStatement, file: string, place: Place): void {
    const [own] = node.params;
    const context = own === undefined ? (place.contexts[0] ?? 'anything') : this.value(own, file, place);
    const given = Object.fromEntries(
      (node.hash?.pairs ?? []).map(({ key, value }) => [key, this.value(value, file, place)]),
    );
    const { original } = node.name as hbs.AST.PathExpression;
    // Handlebars lays the hash over the context.
    const contexts = [context === 'anything' ? context : { ...context, ...given }, ...place.contexts.slice(1)];
    this.read(join('partials', `${original}.hbs`), { contexts, blockParams: {} });
  }

  private call(node: hbs.AST.MustacheStatement | hbs.AST.SubExpression, file: string, place: Place): Shape {
    const { original } = node.path as hbs.AST.PathExpression;
    const isHelper = node.params.length > 0 || (node.hash?.pairs ?? []).length > 0 || BUILT_IN.has(original);
    if (!isHelper) return this.value(node.path, file, place);
    for (const argument of node.params) this.value(argument, file, place);
    for (const { value } of node.hash?.pairs ?? []) this.value(value, file, place);
    return 'anything';
  }

  private value(node: hbs.AST.Expression, file: string, place: Place): Shape {
    if (node.type === 'SubExpression') return this.call(node as hbs.AST.SubExpression, file, place);
    if (node.type !== 'PathExpression') return 'anything';
    const path = node as hbs.AST.PathExpression;
    if (path.data) return 'anything';
    const found = resolve(path, place);
    (found === undefined ? this.unknown : this.known).add(`${file}: ${path.original}`);
    return found ?? 'anything';
  }
}

function resolve({ depth, parts }: hbs.AST.PathExpression, { contexts, blockParams }: Place): Shape | undefined {
  const names = parts;
  const [first = ''] = names;
  const isBlockParam = depth === 0 && Object.hasOwn(blockParams, first);
  let shape: Shape | undefined = isBlockParam ? blockParams[first] : (contexts[depth] ?? 'anything');
  for (const name of isBlockParam ? names.slice(1) : names) {
    if (shape === undefined || shape === 'anything') return shape;
    shape = Object.hasOwn(shape, name) ? shape[name] : undefined;
  }
  return shape;
}

function member(shape: Shape, name: string): Shape {
  return shape === 'anything' ? shape : (shape[name] ?? 'anything');
}

function shapeOf(value: unknown): Shape {
  if (Array.isArray(value)) return { [ELEMENT]: value.map(shapeOf).reduce(merged, 'anything') };
  if (typeof value !== 'object' || value === null || value instanceof Date) return 'anything';
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeOf(inner)]));
}

function merged(one: Shape, other: Shape): Shape {
  if (one === 'anything') return other;
  if (other === 'anything') return one;
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(names.map((name) => [name, merged(one[name] ?? 'anything', other[name] ?? 'anything')]));
}
