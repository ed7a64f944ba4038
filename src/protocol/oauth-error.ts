interface ErrorDefinition {
  /** HTTP status when the error is the body of an answer, not a redirect. */
  readonly status: number;
  /** Where the code is defined. */
  readonly source: string;
}

/** Every error code that this server may send. The code is also the key of its page, `/errors/:code`. */
export const OAUTH_ERRORS = {
  invalid_request: { status: 400, source: 'RFC 6749 §4.1.2.1, §5.2; RFC 6750 §3.1' },
  invalid_client: { status: 401, source: 'RFC 6749 §5.2' },
  invalid_grant: { status: 400, source: 'RFC 6749 §5.2' },
  unauthorized_client: { status: 400, source: 'RFC 6749 §4.1.2.1, §5.2' },
  unsupported_grant_type: { status: 400, source: 'RFC 6749 §5.2' },
  unsupported_response_type: { status: 400, source: 'RFC 6749 §4.1.2.1' },
  invalid_scope: { status: 400, source: 'RFC 6749 §4.1.2.1, §5.2' },
  access_denied: { status: 400, source: 'RFC 6749 §4.1.2.1' },
  server_error: { status: 500, source: 'RFC 6749 §4.1.2.1' },
  temporarily_unavailable: { status: 503, source: 'RFC 6749 §4.1.2.1' },
  invalid_token: { status: 401, source: 'RFC 6750 §3.1' },
  insufficient_scope: { status: 403, source: 'RFC 6750 §3.1' },
  unsupported_token_type: { status: 400, source: 'RFC 7009 §2.2.1' },
  invalid_redirect_uri: { status: 400, source: 'RFC 7591 §3.2.2' },
  invalid_client_metadata: { status: 400, source: 'RFC 7591 §3.2.2' },
  invalid_software_statement: { status: 400, source: 'RFC 7591 §3.2.2' },
  unapproved_software_statement: { status: 400, source: 'RFC 7591 §3.2.2' },
  invalid_target: { status: 400, source: 'RFC 8707 §2' },
  interaction_required: { status: 400, source: 'OpenID Connect Core §3.1.2.6' },
  login_required: { status: 400, source: 'OpenID Connect Core §3.1.2.6' },
  account_selection_required: { status: 400, source: 'OpenID Connect Core §3.1.2.6' },
  consent_required: { status: 400, source: 'OpenID Connect Core §3.1.2.6' },
  invalid_request_object: { status: 400, source: 'OpenID Connect Core §3.1.2.6; RFC 9101 §7' },
  unmet_authentication_requirements: {
    status: 400,
    source: 'OpenID Connect Core Error Code unmet_authentication_requirements §2',
  },
  invalid_request_uri: { status: 400, source: 'OpenID Connect Core §3.1.2.6; RFC 9101 §7' },
} as const satisfies Record<string, ErrorDefinition>;

export type OAuthErrorCode = keyof typeof OAUTH_ERRORS;

interface OAuthErrorOptions {
  /** What really happened; for the log, never for the answer. */
  readonly cause?: unknown;
  /** Overrides the code's own HTTP status. */
  readonly status?: number;
  /** Headers that the answer must carry, names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A protocol error as the client may see it. The description is for the client's developer: it never holds a value
 * from the database, a stack, or another library's message.
 */
export class OAuthError extends Error {
  override readonly name = 'OAuthError';
  readonly status: number;
  readonly description: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly code: OAuthErrorCode,
    description: string,
    { cause, status = OAUTH_ERRORS[code].status, headers = {} }: OAuthErrorOptions = {},
  ) {
    super(`${code}: ${describable(description)}`, cause === undefined ? undefined : { cause });
    this.description = describable(description);
    this.status = status;
    this.headers = headers;
  }
}

/** RFC 6749 §5.2: `error_description` must not hold characters outside %x20-21 / %x23-5B / %x5D-7E. */
function describable(text: string): string {
  return text.replaceAll('"', "'").replaceAll(/[^\x20-\x21\x23-\x5B\x5D-\x7E]/gu, '?');
}
