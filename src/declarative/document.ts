import { isMap, isPair, isScalar, type Document, type LineCounter, type Node } from 'yaml';
import { isObject, type JsonObject } from '../protocol/json-value.js';
import { parseBoundedYaml, TOO_MANY_ALIASES, valuesOf } from './bounded-yaml.js';
import type { Fault, Path } from './kind.js';

/** Far more than a configuration needs. */
const MAX_LENGTH = 5_000_000;

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
  private readonly lines: LineCounter;
  private readonly document: Document;

  /** @throws ConfigurationFaults when it is not YAML, or not one map */
  constructor(text: string) {
    if (text.length > MAX_LENGTH) throw wrongAtAll('The document is too long.');
    const parsed = parseBoundedYaml(text);
    this.lines = parsed.lines;
    if ('faults' in parsed) {
      throw new ConfigurationFaults(
        parsed.faults.map(({ offset, message }) => ({ path: [], line: this.lineAt(offset), message })),
      );
    }
    this.document = parsed.document;
    this.root = this.toObject();
  }

  /** @returns the fault with its line: that of the value's own key, or of the nearest thing around it */
  locate(fault: Fault): LocatedFault {
    return { ...fault, line: this.lineOf(fault.path) };
  }

  private toObject(): JsonObject {
    const found = valuesOf(this.document);
    if (found === undefined) throw wrongAtAll(TOO_MANY_ALIASES);
    // An empty document declares nothing.
    if (found.values === null) return {};
    if (isObject(found.values)) return found.values;
    throw wrongAtAll('The document must be a map, like `settings:` and `clients:`.');
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

function wrongAtAll(message: string): ConfigurationFaults {
  return new ConfigurationFaults([{ path: [], line: 1, message }]);
}

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
