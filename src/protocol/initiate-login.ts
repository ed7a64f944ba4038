import { withQuery } from './with-query.js';

/** Whom and where to, as far as the app may know (OpenID Connect Core §4). */
export interface LoginInitiation {
  readonly issuer: string;
  readonly loginHint?: string | undefined;
  readonly targetLinkUri?: string | undefined;
}

/**
 * The address at which the app begins a login by itself (OpenID Connect Core §4).
 * @param uri the registered `initiate_login_uri`; "MUST use the https scheme" (Registration §2)
 */
export function initiateLoginUrl(
  uri: string | undefined,
  { issuer, loginHint, targetLinkUri }: LoginInitiation,
): string | undefined {
  if (uri === undefined || !uri.startsWith('https://')) return undefined;
  return withQuery(uri, {
    iss: issuer,
    ...(loginHint === undefined ? {} : { login_hint: loginHint }),
    ...(targetLinkUri === undefined ? {} : { target_link_uri: targetLinkUri }),
  });
}
