/** A piece of text, and where it leads if it is an address of this server. */
export interface LinkedPiece {
  readonly text: string;
  readonly url?: string;
}

/** The lines of a text; one that is nothing but an address of the issuer is a link. */
export function linkedText(text: string, issuer: string): LinkedPiece[] {
  return text.split('\n').map((line) => (isAddress(line, issuer) ? { text: line, url: line } : { text: line }));
}

function isAddress(line: string, issuer: string): boolean {
  return (line === issuer || line.startsWith(`${issuer}/`)) && !/\s/.test(line);
}
