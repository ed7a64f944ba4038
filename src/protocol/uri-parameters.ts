/** The address with parameters added to its query. What was there stays as it is, character by character. */
export function withParameters(uri: string, parameters: Readonly<Record<string, string>>): string {
  const separator = !uri.includes('?') ? '?' : /[?&]$/.test(uri) ? '' : '&';
  return `${uri}${separator}${new URLSearchParams(parameters).toString()}`;
}
