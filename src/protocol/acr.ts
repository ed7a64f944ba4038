/**
 * Authentication context classes that this server can tell apart (OpenID Connect Core §2 `acr`), from the methods that
 * were used (RFC 8176 `amr`).
 */
export const ACR_VALUES = ['urn:doorward:acr:password'] as const;
export type Acr = (typeof ACR_VALUES)[number];

/** The class of a login. There is one way to sign in so far. */
export function acrOf(_amr: readonly string[]): Acr {
  return 'urn:doorward:acr:password';
}
