/** Strings, and the marks that give a JSON text its shape; numbers and words do not matter here. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g;

/** Far deeper than anything that has a meaning here. */
const MAX_DEPTH = 32;

/**
 * Parses a JSON text that is not deep and in which no object names a member twice: of two readers one may take the first
 * and the other the last (RFC 8259 §4, RFC 7519 §4).
 * @throws SyntaxError
 */
export function parseUniqueJson(text: string, maxDepth = MAX_DEPTH): unknown {
  const value: unknown = JSON.parse(text);
  // From here on the text is well-formed.
  const open: (Set<string> | undefined)[] = [];
  let last = '';
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':') addName(open.at(-1), JSON.parse(last) as string);
    last = token;
    if (open.length > maxDepth) throw new SyntaxError('the text is nested too deeply');
  }
  return value;
}

function addName(names: Set<string> | undefined, name: string): void {
  if (names?.has(name) === true) throw new SyntaxError('an object names a member twice');
  names?.add(name);
}
