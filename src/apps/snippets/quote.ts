/*
 * Values as string literals of each language. A redirect URI may hold quotes and dollar signs, and a snippet that
 * breaks on them would be pasted into someone's code.
 */

/** For a POSIX shell: nothing is special between single quotes, and a single quote itself is spelled out. */
export function shellQuote(value: string): string {
  return `'${value.replaceAll("'", String.raw`'\''`)}'`;
}

/** For JavaScript and Python: for the ASCII that URIs and ids consist of, both read JSON's strings. */
export function jsonQuote(value: string): string {
  return JSON.stringify(value);
}

/** For PHP: in single quotes only the quote and the backslash are special. */
export function phpQuote(value: string): string {
  return `'${value.replaceAll('\\', String.raw`\\`).replaceAll("'", String.raw`\'`)}'`;
}
