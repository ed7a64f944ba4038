import { appViewOf } from '../clients/app-view-of.js';
import type { RegisteredClient } from '../clients/registered-client.js';
import type { Interaction } from '../interaction/interaction.entity.js';
import type { ConsentScope, ConsentView } from '../pages/consent/consent.page.js';
import { pictureUrl } from '../pictures/picture-url.js';
import { claimsAskedFor } from '../protocol/claims-request.js';
import { askedPermissions, claimOfPermission } from '../protocol/permission.js';
import type { DefinedScopes } from '../protocol/custom-scope.js';
import { redirectHost } from '../protocol/redirect-uri.js';
import { parseScope } from '../protocol/scope.js';
import { sharedValues } from './shared-values.js';
import type { User } from '../users/user.entity.js';
import { claimValues } from './claim-values.js';
import { permissionText } from './permission-texts.js';
import { appearanceChanges, type RememberedConsent } from './remembered-consent.js';

/** Who is asked, by which app, for what, and what they answered before. */
export interface Question {
  readonly interaction: Interaction;
  readonly client: RegisteredClient;
  readonly user: User;
  readonly remembered: RememberedConsent | undefined;
  /** What of it administrators defined. */
  readonly defined: DefinedScopes;
}

/** What happened on the page already. */
export interface Retry {
  /** The boxes as they were ticked. */
  readonly ticked: readonly string[];
  /** A sentence about them. */
  readonly error: string;
}

/** What the waiting request asks the user for: scopes, and claims that none of them opens. */
export function askedOf({ parameters }: Interaction, client: RegisteredClient): readonly string[] {
  const scopes = parseScope(parameters['scope']);
  const claims = claimsAskedFor(parameters['claims'], scopes, client.scopes);
  return askedPermissions({ scopes, ...(claims === undefined ? {} : { claims }) });
}

/** The address in the waiting request that the browser goes back to. */
export function redirectUriOf({ parameters }: Interaction): string {
  const { redirect_uri: redirectUri } = parameters;
  if (redirectUri === undefined) throw new Error('an interaction was stored without its redirect URI');
  return redirectUri;
}

/** The consent page for this question. */
export function consentView(
  question: Question,
  { isOtherAccount = false, retry }: { isOtherAccount?: boolean; retry?: Retry } = {},
): ConsentView {
  const { interaction, client, user, remembered } = question;
  const asked = askedOf(interaction, client);
  const picture = pictureUrl(user.picture);
  return {
    app: appViewOf(client),
    ...(client.ownerName === null ? {} : { ownerName: client.ownerName }),
    isVerified: client.isVerified,
    redirectHost: redirectHost(redirectUriOf(interaction)),
    isSigningIn: asked.includes('openid'),
    // Signing in is what the page is about: whoever does not want it denies.
    scopes: asked.filter((name) => name !== 'openid').map((name) => consentScope(name, question, retry)),
    asksOffline: asked.includes('offline_access'),
    account: {
      id: user.id,
      username: user.username,
      email: user.email,
      ...(picture === undefined ? {} : { pictureUrl: picture }),
    },
    interactionId: interaction.id,
    changes: remembered === undefined ? [] : appearanceChanges(remembered.clientSnapshot, client.snapshot),
    isOtherAccount,
    ...(retry === undefined ? {} : { error: retry.error }),
  };
}

/** Everything is ticked but what the user refused before, and what is sensitive: that takes a tick of their own. */
function consentScope(name: string, { user, remembered, defined }: Question, retry: Retry | undefined): ConsentScope {
  const isRefused = remembered?.refusedScopes.includes(name) === true;
  const claim = claimOfPermission(name);
  const isSensitive = defined.get(name)?.isSensitive === true;
  return {
    name,
    id: claim === undefined ? `scope-${name}` : `claim-${claim}`,
    ...permissionText(name, defined),
    isSensitive,
    values: claim === undefined ? sharedValues(name, user) : claimValues(claim, user),
    isTicked: retry === undefined ? !isRefused && !isSensitive : retry.ticked.includes(name),
    isNew: isNewIn(remembered, name),
  };
}

/** Not asked for the last time. */
function isNewIn(remembered: RememberedConsent | undefined, name: string): boolean {
  if (remembered === undefined) return false;
  return !remembered.grantedScopes.includes(name) && !remembered.refusedScopes.includes(name);
}
