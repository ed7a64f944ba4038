/**
 * A registered address with parameters added. The address itself stays as it is, character by character, its query
 * included: nothing is parsed or re-serialised on the way.
 */
export function withQuery(uri: string, params: Readonly<Record<string, string>>): string {
  const separator = !uri.includes('?') ? '?' : /[?&]$/.test(uri) ? '' : '&';
  return `${uri}${separator}${new URLSearchParams(params).toString()}`;
}
