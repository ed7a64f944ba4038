import type { RegisteredClient } from '../clients/registered-client.js';
import { type RememberedConsent, rememberedScopes } from '../consent/remembered-consent.js';
import type { Interaction } from '../interaction/interaction.entity.js';
import { type LoginProgress, needsLogin } from '../interaction/needs-login.js';
import type { AuthorizationRequest } from '../protocol/authorization-request.js';
import type { OAuthErrorCode } from '../protocol/oauth-error.js';
import { askedPermissions } from '../protocol/permission.js';
import { isClaimedHttps } from '../protocol/redirect-uri.js';

/** What an interaction knows about its steps. */
export type Progress = LoginProgress & Pick<Interaction, 'consentDecision' | 'consentUserId' | 'consentScopes'>;

/** Everything that decides how an authorization request goes on. */
export interface Situation {
  readonly request: Pick<AuthorizationRequest, 'prompt' | 'maxAge' | 'scopes' | 'redirectUri' | 'claims'>;
  readonly client: Pick<RegisteredClient, 'isPublic' | 'snapshot'>;
  /** Who is signed in, if anyone. */
  readonly session?: SignedIn | undefined;
  /** Absent until a page had to be shown. */
  readonly progress?: Progress | undefined;
  /** What this user allowed this app before. */
  readonly remembered?: RememberedConsent | undefined;
  readonly now: Date;
}

interface SignedIn {
  readonly userId: string;
  readonly authTime: Date;
  /** The app said that it means somebody else. */
  readonly isOtherUser?: boolean;
}

/** A page that asks a person; `switch` is a login as somebody else than who is signed in. */
export type Question = 'login' | 'switch' | 'signup' | 'consent';

export type NextStep =
  | { readonly kind: Question }
  | { readonly kind: 'error'; readonly error: OAuthErrorCode; readonly description: string }
  | { readonly kind: 'code'; readonly permissions: readonly string[] };

/** How an authorization request goes on: one question at a time, login before consent, a code when nothing is open. */
export function nextStep(situation: Situation): NextStep {
  const { request, session, progress, now } = situation;
  if (progress?.consentDecision === 'denied') return failure('access_denied', 'the user refused the request');
  if (session === undefined || needsLogin(request, session, progress, now)) {
    return askFor(request, isSigningUp(request, progress) ? 'signup' : 'login');
  }
  if (session.isOtherUser === true) return otherUser(situation, session);
  const permissions = decided(situation, session.userId) ?? silent(situation);
  return permissions === undefined ? askFor(request, 'consent') : { kind: 'code', permissions };
}

/** A decision counts for the user who made it: somebody else may have signed in since, in another tab. */
export function decidedBy(progress: Progress | undefined, userId: string): boolean {
  return progress?.consentDecision === 'granted' && progress.consentUserId === userId;
}

/**
 * OpenID Connect Core §3.1.2.2: for a `sub` that was asked for, "the Authorization Server MUST only send a positive response
 * if the End-User identified by that sub value has an active session […] or has been Authenticated as a result of the
 * request". A login for this request that was somebody else's again ends it.
 */
function otherUser({ request, progress }: Situation, { authTime }: SignedIn): NextStep {
  const isFresh = progress !== undefined && progress.loginAt !== null && authTime >= progress.createdAt;
  return isFresh
    ? failure('login_required', 'another user than the one asked for signed in')
    : askFor(request, 'switch');
}

/** What the user just allowed, within what the request asks for. */
function decided({ progress, request }: Situation, userId: string): readonly string[] | undefined {
  if (!decidedBy(progress, userId)) return undefined;
  return askedPermissions(request).filter((permission) => progress?.consentScopes?.includes(permission));
}

function silent({ request, client, remembered }: Situation): readonly string[] | undefined {
  // OpenID Connect Core §3.1.2.1 `consent`: ask again although an earlier answer is known.
  if (request.prompt.has('consent') || !canRecognise(client, request.redirectUri)) return undefined;
  return rememberedScopes(remembered, askedPermissions(request), client.snapshot);
}

/**
 * RFC 8252 §8.6 and OAuth 2.1 §7.3 (attack A20): without a secret, only an https redirect URI shows which app it is
 * that asks. Any program on the device can take over a custom scheme or a loopback port, so the user is always asked.
 */
function canRecognise(client: Situation['client'], redirectUri: string): boolean {
  return !client.isPublic || isClaimedHttps(redirectUri);
}

/** Initiating User Registration 1.0 §4: `prompt=create` shows the sign-up page first. */
function isSigningUp({ prompt }: Situation['request'], progress: Progress | undefined): boolean {
  return prompt.has('create') && !progress?.loginAt && progress?.isSwitchingAccount !== true;
}

/** OpenID Connect Core §3.1.2.1 `none`: "MUST NOT display any authentication or consent user interface pages". */
function askFor({ prompt }: Situation['request'], kind: Question): NextStep {
  if (!prompt.has('none')) return { kind };
  return kind === 'consent'
    ? failure('consent_required', 'the user has to be asked for consent')
    : failure('login_required', 'the user has to sign in');
}

function failure(error: OAuthErrorCode, description: string): NextStep {
  return { kind: 'error', error, description };
}
