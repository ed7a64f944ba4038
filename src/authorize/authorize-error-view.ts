import type { RegisteredClient } from '../clients/registered-client.js';
import type { AuthorizeErrorView } from '../pages/authorize-error/authorize-error.page.js';
import type { OAuthError } from '../protocol/oauth-error.js';
import { lintRedirectUri } from '../protocol/redirect-uri-lint.js';
import type { User } from '../users/user.entity.js';
import { markedDifference } from './marked-difference.js';
import { UnregisteredRedirectError } from './unregistered-redirect-error.js';

/** Nothing longer can be registered, so nothing longer is worth reading. */
const SHOWN_LENGTH = 2_000;

/**
 * The page in place of an answer that cannot be sent to the app. Strangers learn nothing that the request said; only
 * the app's owner sees the address that was asked for, beside those that are registered.
 */
export function authorizeErrorView(error: OAuthError, requestId: string, viewer: User | undefined): AuthorizeErrorView {
  const view = { code: error.code, description: error.description, requestId };
  if (!(error instanceof UnregisteredRedirectError)) return view;
  const { client, redirectUri } = error;
  const isOwner = viewer !== undefined && viewer.employeeId === client.ownerEmployeeId;
  const appName = client.clientName;
  return isOwner ? { ...view, appName, owner: ownerView(client, redirectUri) } : { ...view, appName };
}

function ownerView(client: RegisteredClient, redirectUri: string): NonNullable<AuthorizeErrorView['owner']> {
  const askedText = redirectUri.slice(0, SHOWN_LENGTH);
  const differences = client.redirectUris
    .map((registered) => markedDifference(askedText, registered))
    .toSorted((one, other) => other.shared - one.shared);
  const appUrl = `/apps/${client.rowId}`;
  const fault = lintRedirectUri(redirectUri, client.kind);
  return {
    appUrl,
    askedText,
    asked: differences[0]?.first ?? [{ text: askedText, isDifferent: false }],
    registered: differences.map(({ second }) => second),
    ...(fault === null ? { addUrl: `${appUrl}/redirect-uris` } : { fault: fault.message }),
  };
}
