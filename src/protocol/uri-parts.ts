/** Part of a URI, with where it begins in the whole. */
export interface UriPart {
  readonly text: string;
  readonly start: number;
}

export interface UriParts {
  readonly uri: string;
  readonly scheme: UriPart | undefined;
  readonly authority: UriPart | undefined;
  readonly path: UriPart;
  readonly query: UriPart | undefined;
}

/** RFC 3986 appendix B, its regular expression with names. It matches every text, and never changes a character. */
const URI = /^(?:(?<scheme>[^:/?#]+):)?(?:\/\/(?<authority>[^/?#]*))?(?<path>[^?#]*)(?:\?(?<query>[^#]*))?(?:#.*)?$/ds;

/**
 * Cuts a URI into its parts as they are written. URL parsers repair what they read, and two of them repair differently
 * (attack A02); rules look at what was really typed.
 */
export function splitUri(uri: string): UriParts {
  const match = URI.exec(uri);
  const part = (name: string): UriPart | undefined => {
    const [start] = match?.indices?.groups?.[name] ?? [];
    const text = match?.groups?.[name];
    return start === undefined || text === undefined ? undefined : { text, start };
  };
  return {
    uri,
    scheme: part('scheme'),
    authority: part('authority'),
    path: part('path') ?? { text: '', start: uri.length },
    query: part('query'),
  };
}

/** A host is an IP literal in brackets, or everything up to the colon before the port (RFC 3986 §3.2). */
export function splitAuthority({ text, start }: UriPart): { host: UriPart; port: UriPart | undefined } {
  const [host = ''] = /^(?:\[[^\]]*\]|[^:]*)/.exec(text) ?? [];
  const rest = text.slice(host.length);
  return {
    host: { text: host, start },
    port: rest === '' ? undefined : { text: rest.slice(1), start: start + host.length + 1 },
  };
}
