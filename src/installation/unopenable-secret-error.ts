import type { InstallationSecretName } from './installation-secret.entity.js';

/** The secret key that sealed a value of this installation is not there. The text is for the person who runs the server. */
export class UnopenableSecretError extends Error {
  constructor(name: InstallationSecretName, options?: ErrorOptions) {
    super(
      `SECRET_KEY does not open the ${name} of this database: put the key that sealed it back into SECRET_KEY ` +
        "(a list works, newest first), or on SQLite restore DATA_DIR's secret.key.",
      options,
    );
  }
}
