const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/**
 * Whether an object in JSON names a member twice, which two readers may read differently (RFC 8259 §4, RFC 7519 §4).
 * Only the outermost object is looked at.
 * @param json that `JSON.parse` read as an object
 */
export function hasRepeatedMembers(json: string): boolean {
  const names = new Set<string>();
  let depth = 0;
  let last = '';
  for (const [token] of json.matchAll(TOKEN)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    else if (token === ':' && depth === 1) {
      const name = JSON.parse(last) as string;
      if (names.has(name)) return true;
      names.add(name);
    }
    last = token;
  }
  return false;
}
