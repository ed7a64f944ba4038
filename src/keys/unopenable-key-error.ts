/** The secret key that sealed a signing key is not there. The text is for the person who runs the server. */
export class UnopenableKeyError extends Error {
  constructor(options?: ErrorOptions) {
    super(
      'SECRET_KEY does not open the signing keys of this database: put the key that sealed them back into SECRET_KEY ' +
        "(a list works, newest first), or on SQLite restore DATA_DIR's secret.key. If it is lost, " +
        "'doorward key revoke' replaces the keys, and what they signed counts no more.",
      options,
    );
  }
}
