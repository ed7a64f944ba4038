import { CST, type Document, isScalar, Lexer, LineCounter, parseDocument, Parser, visit } from 'yaml';

/** Far more than a configuration needs. Aliases are written out, so their number bounds what a small text becomes. */
const MAX_ALIASES = 100;
/** A key set, the deepest thing of a configuration, is nine levels deep; each takes the parser at most three places. */
const MAX_DEPTH = 50;

/** What is wrong with a text as YAML, and where it begins. */
interface YamlFault {
  /** From the beginning of the text. */
  readonly offset: number;
  readonly message: string;
}

/** Text that is YAML 1.2 within bounds, or what is wrong with it. */
export type BoundedYaml =
  | { readonly document: Document; readonly lines: LineCounter }
  | { readonly faults: readonly YamlFault[]; readonly lines: LineCounter };

/**
 * Parses YAML in a time that grows with its length alone: it may come from somebody who means ill. The library by itself
 * compares each key with all others, writes out keys that are collections, and follows nesting until the process dies.
 */
export function parseBoundedYaml(text: string): BoundedYaml {
  const lines = new LineCounter();
  const excess = excessOf(text);
  if (excess !== undefined) {
    lines.addNewLine(0);
    return { faults: [{ offset: 0, message: excess }], lines };
  }
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    strict: true,
    uniqueKeys: false,
    stringKeys: true,
  });
  const problems = [...document.errors, ...document.warnings];
  // The message alone: what the library would quote of the text may be a secret that was written into it.
  const faults = problems.map(({ pos, code }) => ({ offset: pos[0], message: SYNTAX[code] ?? 'This is not YAML.' }));
  const all = [...faults, ...repeatedKeys(document)].toSorted((a, b) => a.offset - b.offset);
  return all.length === 0 ? { document, lines } : { faults: all, lines };
}

/** The values. @returns undefined when aliases would make too much of them */
export function valuesOf(document: Document): { readonly values: unknown } | undefined {
  try {
    return { values: document.toJS({ maxAliasCount: MAX_ALIASES }) };
  } catch {
    return undefined;
  }
}

export const TOO_MANY_ALIASES = `Use at most ${MAX_ALIASES} aliases.`;

const SYNTAX: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'Indent with spaces, not with tabs.',
  BAD_INDENT: 'This is indented wrongly, or a bracket is not closed.',
  TAG_RESOLVE_FAILED: 'Write this value without a tag.',
  MULTIPLE_DOCS: 'Give one document, without a second `---`.',
  NON_STRING_KEY: 'Write a text as the key.',
};

/** What is too much, told before anything follows the nesting: this reads token by token. */
function excessOf(text: string): string | undefined {
  const parser = new Parser();
  let aliases = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) void token;
    if (parser.stack.length > MAX_DEPTH) return 'This is nested too deeply.';
    if (CST.tokenType(lexeme) === 'alias') aliases += 1;
    if (aliases > MAX_ALIASES) return TOO_MANY_ALIASES;
  }
  return undefined;
}

function repeatedKeys(document: Document): YamlFault[] {
  const faults: YamlFault[] = [];
  visit(document, {
    Map(_key, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) faults.push({ offset: key.range?.[0] ?? 0, message: 'This key is there twice.' });
        seen.add(key.value);
      }
    },
  });
  return faults;
}
