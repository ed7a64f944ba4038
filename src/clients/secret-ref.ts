/**
 * A short name for a secret of an app, for addresses and forms: the start of its keyed digest, from which nothing
 * about the secret can be told.
 */
export function secretRef(digest: Buffer): string {
  return digest.subarray(0, 9).toString('base64url');
}
