/** The app has as many live secrets as it may have: one must be revoked or expire before another is made. */
export class TooManySecretsError extends Error {
  constructor(readonly limit: number) {
    super(`an app has at most ${limit} live secrets`);
  }
}
