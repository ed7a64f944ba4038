/** What went wrong with a page, for a person: names of texts in src/pages/locales. */
export type PageErrorKey =
  | 'not_found'
  | 'link_over'
  | 'forbidden'
  | 'bad_request'
  | 'too_large'
  | 'too_many_requests'
  | 'unavailable'
  | 'server_error';

export interface PageErrorOptions {
  readonly cause?: unknown;
  /** Seconds until another try makes sense; sent as `Retry-After` (RFC 9110 §10.2.3). */
  readonly retryAfter?: number;
  /** A sentence for the person, in place of the key's own. Never a value from a request or the database. */
  readonly detail?: string;
}

const STATUS: Record<PageErrorKey, number> = {
  bad_request: 400,
  forbidden: 403,
  not_found: 404,
  link_over: 404,
  too_large: 413,
  too_many_requests: 429,
  server_error: 500,
  unavailable: 503,
};

/** Stops the handling of a page; the exception filter shows the error page. */
export class PageError extends Error {
  readonly status: number;
  readonly retryAfter: number | undefined;
  readonly detail: string | undefined;

  constructor(
    readonly key: PageErrorKey,
    options: PageErrorOptions = {},
  ) {
    super(key, { cause: options.cause });
    this.status = STATUS[key];
    this.retryAfter = options.retryAfter;
    this.detail = options.detail;
  }
}
