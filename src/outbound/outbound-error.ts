/** Why something could not be fetched; also a label of the metrics, so the list is short and closed. */
export type OutboundReason =
  | 'url'
  | 'name'
  | 'address'
  | 'busy'
  | 'timeout'
  | 'connection'
  | 'certificate'
  | 'redirect'
  | 'status'
  | 'encoding'
  | 'too_large'
  | 'content';

/**
 * A URL that someone registered did not give what it should. The message ends a sentence for the app's owner ("We could
 * not read your keys at https://…: the answer was larger than 64 KiB"); it is never part of an answer to strangers, who
 * could learn from it what this server can reach.
 */
export class OutboundError extends Error {
  override readonly name = 'OutboundError';

  constructor(
    readonly reason: OutboundReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
