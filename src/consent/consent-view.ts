import { appViewOf } from '../clients/app-view-of.js';
import type { RegisteredClient } from '../clients/registered-client.js';
import type { Interaction } from '../interaction/interaction.entity.js';
import type { ConsentScope, ConsentView } from '../pages/consent/consent.page.js';
import { pictureUrl } from '../pictures/picture-url.js';
import { redirectHost } from '../protocol/redirect-uri.js';
import { parseScope } from '../protocol/scope.js';
import { sharedValues } from './shared-values.js';
import type { User } from '../users/user.entity.js';
import { appearanceChanges, type RememberedConsent } from './remembered-consent.js';

/** Who is asked, by which app, for what, and what they answered before. */
export interface Question {
  readonly interaction: Interaction;
  readonly client: RegisteredClient;
  readonly user: User;
  readonly remembered: RememberedConsent | undefined;
}

/** What happened on the page already. */
export interface Retry {
  /** The boxes as they were ticked. */
  readonly ticked: readonly string[];
  /** A sentence about them. */
  readonly error: string;
}

/** The scopes that the waiting request asks for. */
export function askedScopes({ parameters }: Interaction): readonly string[] {
  return parseScope(parameters['scope']);
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
  const asked = askedScopes(interaction);
  const picture = pictureUrl(user.picture);
  return {
    app: appViewOf(client),
    ...(client.ownerName === null ? {} : { ownerName: client.ownerName }),
    isVerified: client.isVerified,
    redirectHost: redirectHost(redirectUriOf(interaction)),
    scopes: asked.map((name) => consentScope(name, question, retry)),
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

/** Everything is ticked but what the user refused before. */
function consentScope(name: string, { user, remembered }: Question, retry: Retry | undefined): ConsentScope {
  const isRefused = remembered?.refusedScopes.includes(name) ?? false;
  return {
    name,
    values: sharedValues(name, user),
    isTicked: retry === undefined ? !isRefused : retry.ticked.includes(name),
    isNew: remembered !== undefined && !isRefused && !remembered.grantedScopes.includes(name),
  };
}
