/** A URL that no webhook can have. */
export class WebhookUrlError extends Error {
  override readonly name = 'WebhookUrlError';
}
