/** This registration has been made before. What was shown once cannot be shown again. */
export class DuplicateClientError extends Error {
  constructor(options?: ErrorOptions) {
    super('the app is registered already', options);
  }
}
