import { isMap, isPair, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { isObject, type JsonObject } from '../protocol/json-value.js';
import type { Fault, Path } from './kind.js';

/** Far more than a configuration needs. Aliases are written out, so their number bounds what a small file becomes. */
const MAX_ALIASES = 100;
const MAX_BYTES = 5_000_000;

/** A fault with the line where it is, from 1. */
export interface LocatedFault extends Fault {
  readonly line: number;
}

/** A document that is no configuration, with every fault. */
export class ConfigurationFaults extends Error {
  constructor(readonly faults: readonly LocatedFault[]) {
    super(`${faults.length} faults in the configuration`);
  }
}

/** A YAML 1.2 document that remembers where everything stands. */
export class ConfigurationDocument {
  readonly root: JsonObject;
  private readonly lines = new LineCounter();
  private readonly document: Document;

  /** @throws ConfigurationFaults when it is not YAML, or not one map */
  constructor(text: string) {
    if (text.length > MAX_BYTES)
      throw new ConfigurationFaults([{ path: [], line: 1, message: 'The file is too long.' }]);
    this.document = parseDocument(text, {
      lineCounter: this.lines,
      prettyErrors: false,
      strict: true,
      uniqueKeys: true,
    });
    const problems = [...this.document.errors, ...this.document.warnings];
    if (problems.length > 0) {
      // The message alone: what the library would quote of the file may be a secret that was written into it.
      throw new ConfigurationFaults(
        problems.map(({ pos, code }) => ({
          path: [],
          line: this.lineAt(pos[0]),
          message: SYNTAX[code] ?? 'This is not YAML.',
        })),
      );
    }
    this.root = this.toObject();
  }

  /** @returns the fault with its line: that of the value's own key, or of the nearest thing around it */
  locate(fault: Fault): LocatedFault {
    return { ...fault, line: this.lineOf(fault.path) };
  }

  private toObject(): JsonObject {
    const value = this.values();
    // An empty file declares nothing.
    if (value === null) return {};
    if (isObject(value)) return value;
    throw new ConfigurationFaults([
      { path: [], line: 1, message: 'The file must be a map, like `settings:` and `clients:`.' },
    ]);
  }

  private values(): unknown {
    try {
      return this.document.toJS({ maxAliasCount: MAX_ALIASES });
    } catch {
      throw new ConfigurationFaults([{ path: [], line: 1, message: `Use at most ${MAX_ALIASES} aliases.` }]);
    }
  }

  private lineOf(path: Path): number {
    let node: unknown = this.document.contents;
    let line = 1;
    for (const part of path) {
      const [next, place] = childOf(node, part);
      if (next === undefined) break;
      line = this.lineAt(rangeOf(place)?.[0]) || line;
      node = next;
    }
    return line;
  }

  private lineAt(offset: number | undefined): number {
    return offset === undefined ? 0 : this.lines.linePos(offset).line;
  }
}

const SYNTAX: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'This key is there twice.',
  TAB_AS_INDENT: 'Indent with spaces, not with tabs.',
  BAD_INDENT: 'This is indented wrongly, or a bracket is not closed.',
  TAG_RESOLVE_FAILED: 'Write this value without a tag.',
  MULTIPLE_DOCS: 'Give one document, without a second `---`.',
};

/** A member's value, or a list's item, and the node that marks its place. */
function childOf(node: unknown, part: string | number): readonly [unknown, unknown] {
  if (isMap(node)) {
    const pair = node.items.find(
      (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(part),
    );
    return pair === undefined ? [undefined, undefined] : [pair.value ?? null, pair.key];
  }
  const items = (node as { readonly items?: readonly unknown[] } | null)?.items;
  const item = typeof part === 'number' ? items?.[part] : undefined;
  return [item, item];
}

function rangeOf(place: unknown): Node['range'] | undefined {
  return (place as Node | undefined)?.range;
}
