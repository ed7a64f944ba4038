import { AuthorizationResponseError, ResponseBodyError } from 'openid-client';
import { ForeignAnswerError } from './login.ts';

export interface Fault {
  readonly status: number;
  readonly title: string;
  readonly sentence: string;
}

/** What an error means for the person in front of the browser. */
export function faultOf(error: unknown): Fault {
  if (error instanceof AuthorizationResponseError) return answerFault(error.error);
  if (error instanceof ForeignAnswerError) {
    const sentence = 'It was begun in another browser, or too long ago.';
    return { status: 400, title: 'This login is over', sentence };
  }
  if (error instanceof ResponseBodyError && error.error === 'invalid_grant') {
    const sentence = 'It took too long, or this page was loaded twice.';
    return { status: 400, title: 'This login is over', sentence };
  }
  const sentence = 'The server that knows you did not answer as it should. It is not your fault.';
  return { status: 502, title: 'The login did not work', sentence };
}

/** The server sent the browser back with an error instead of a code (RFC 6749 §4.1.2.1). */
function answerFault(code: string): Fault {
  if (code === 'access_denied') {
    const sentence = 'You gave no permission, so nothing was shared. You can change your mind.';
    return { status: 200, title: 'No permission given', sentence };
  }
  const sentence = `The server could not finish it (${code}).`;
  return { status: 400, title: 'The login did not work', sentence };
}
