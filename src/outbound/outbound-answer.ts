import { OutboundError } from './outbound-error.js';

/** What a registered URL answered; whatever the status, except redirects, which are an error. */
export interface OutboundAnswer {
  readonly status: number;
  /** As it was sent, with its parameters; empty when there was none. */
  readonly contentType: string;
  /** At most 64 KiB, as they were sent. */
  readonly body: Buffer;
  /** Empty when there was none. */
  readonly cacheControl: string;
}

/**
 * The answer, when it is the document that was asked for.
 * @throws OutboundError when its status says that it is not
 */
export function requireOk(answer: OutboundAnswer): OutboundAnswer {
  if (answer.status === 200) return answer;
  throw new OutboundError('status', `the answer had the status ${answer.status} and not 200`);
}
