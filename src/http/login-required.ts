/** Stops a request that needs a signed-in user; the exception filter sends the browser to the login page and back. */
export class LoginRequired extends Error {
  /** @param returnTo local path (with query) to come back to */
  constructor(readonly returnTo: string) {
    super('login required');
  }
}
