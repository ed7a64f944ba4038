interface ProblemDefinition {
  readonly status: number;
  readonly title: string;
  /** What to do about it, for whoever follows the type's address. */
  readonly advice: string;
}

/** Every error of the admin API. The name is the end of the problem's type (RFC 9457 §3.1.1) and never changes. */
export const PROBLEMS = {
  'malformed-request': {
    status: 400,
    title: 'The request could not be read',
    advice: 'Send well-formed JSON in UTF-8 with no member twice, and each query parameter once.',
  },
  'invalid-cursor': {
    status: 400,
    title: 'The cursor is not of this list',
    advice: 'Use `next` of the page before, with the same filters and the same order, or start without a cursor.',
  },
  unauthenticated: {
    status: 401,
    title: 'An access token is needed',
    advice: 'Send a live access token of this API in the Authorization header (RFC 6750 §2.1).',
  },
  'login-too-old': {
    status: 401,
    title: 'Sign in again for this',
    advice:
      'What cannot be undone, and what changes who may do what, needs a login of the last ten minutes (RFC 9470). Sign in again, then repeat it.',
  },
  'insufficient-scope': {
    status: 403,
    title: 'The access token does not open this',
    advice: 'The `scope` of the WWW-Authenticate header is needed. Ask for a token with it, or an owner for the right.',
  },
  forbidden: {
    status: 403,
    title: 'This is above your rights',
    advice: 'Nobody changes their own rights, nor somebody with more rights than their own. Ask an owner.',
  },
  'not-found': { status: 404, title: 'There is no such thing', advice: 'Check the address and the id.' },
  'method-not-allowed': { status: 405, title: 'Not with this method', advice: 'See the OpenAPI document.' },
  conflict: { status: 409, title: 'It clashes with something that is there', advice: 'See `detail`.' },
  'request-in-progress': {
    status: 409,
    title: 'The same request is still under way',
    advice: 'Another request with this Idempotency-Key has not finished. Repeat this one in a moment.',
  },
  'precondition-failed': {
    status: 412,
    title: 'It was changed meanwhile',
    advice: 'Read it again, look at what has changed, and repeat the change with the new ETag in If-Match.',
  },
  'too-large': { status: 413, title: 'The request is too large', advice: 'Send less at once.' },
  'unsupported-media-type': { status: 415, title: 'JSON is needed', advice: 'Send application/json.' },
  'validation-failed': {
    status: 422,
    title: 'Some values are not allowed',
    advice: 'See `errors`: each has the field and a sentence.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'The Idempotency-Key was used for something else',
    advice: 'Take a new random key for each new request, the same one only for a repeat.',
  },
  'precondition-required': {
    status: 428,
    title: 'Say which version you change',
    advice: 'Send the ETag that you have read in If-Match (RFC 6585 §3), so that nobody overwrites anybody unseen.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    advice: 'Wait as long as Retry-After says. The RateLimit header of every answer says how many are left.',
  },
  'server-error': {
    status: 500,
    title: 'The server made a mistake',
    advice: 'Tell the operator the id of the request: the log has it.',
  },
  unavailable: { status: 503, title: 'The server is busy', advice: 'Repeat it in a moment.' },
} as const satisfies Record<string, ProblemDefinition>;

export type ProblemType = keyof typeof PROBLEMS;

/** A value that is not allowed. */
export interface FieldFault {
  /** Where it stands, as in the request. */
  readonly field: string;
  /** A sentence. Never holds the value. */
  readonly message: string;
  /** Of a text with lines: where in it, from 1. */
  readonly line?: number;
  /** Of a text with structure: names of members and positions in lists. */
  readonly path?: readonly (string | number)[];
}

interface ProblemOptions {
  readonly errors?: readonly FieldFault[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Further members of the answer (RFC 9457 §3.2). */
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** For the log, never for the answer. */
  readonly cause?: unknown;
}

/** An error as callers of the admin API see it (RFC 9457). */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly errors: readonly FieldFault[] | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly extensions: Readonly<Record<string, unknown>>;

  /** @param detail a sentence on this one occurrence; nothing from the database, a stack or another library */
  constructor(
    readonly type: ProblemType,
    readonly detail: string = PROBLEMS[type].advice,
    { errors, headers = {}, extensions = {}, cause }: ProblemOptions = {},
  ) {
    super(`${type}: ${detail}`, cause === undefined ? undefined : { cause });
    this.status = PROBLEMS[type].status;
    this.errors = errors;
    this.headers = headers;
    this.extensions = extensions;
  }
}
