/** Stops a request that needs a signed-in user; the exception filter sends the browser to the login page and back. */
export class LoginRequired extends Error {
  /**
   * @param returnTo local path (with query) to come back to
   * @param isAgain whoever is signed in has to prove it once more: their login is too old for this (RFC 9470)
   */
  constructor(
    readonly returnTo: string,
    readonly isAgain = false,
  ) {
    super('login required');
  }
}
