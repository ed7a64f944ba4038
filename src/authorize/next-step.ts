import type { RegisteredClient } from '../clients/registered-client.js';
import { type RememberedConsent, rememberedScopes } from '../consent/remembered-consent.js';
import type { Interaction } from '../interaction/interaction.entity.js';
import { isFreshLogin, type LoginProgress, needsLogin, needsSelection } from '../interaction/needs-login.js';
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
  /** The app said by an `id_token_hint` that it means somebody else. */
  readonly isOtherUser?: boolean;
}

/** A page that asks a person; `switch` is a login as somebody else than who is signed in. */
export type Question = 'login' | 'switch' | 'signup' | 'select_account' | 'consent';

export type NextStep =
  | { readonly kind: Question }
  | { readonly kind: 'error'; readonly error: OAuthErrorCode; readonly description: string }
  | { readonly kind: 'code'; readonly permissions: readonly string[] };

/** What an app is told that wants nobody asked (OpenID Connect Core §3.1.2.6). */
const UNASKED: Readonly<Record<Question, readonly [OAuthErrorCode, string]>> = {
  login: ['login_required', 'the user has to sign in'],
  switch: ['login_required', 'the user asked for has to sign in'],
  signup: ['interaction_required', 'the user has to create an account'],
  select_account: ['account_selection_required', 'the user has to choose an account'],
  consent: ['consent_required', 'the user has to be asked for consent'],
};

/** How an authorization request goes on: one question at a time, login before consent, a code when nothing is open. */
export function nextStep(situation: Situation): NextStep {
  const { request, session, progress } = situation;
  if (progress?.consentDecision === 'denied') return failure('access_denied', 'the user refused the request');
  const question = whoQuestion(situation);
  if (question !== undefined || session === undefined) return askFor(request, question ?? 'login');
  if (session.isOtherUser === true) return otherUser(situation, session);
  const permissions = decided(situation, session.userId) ?? silent(situation);
  return permissions === undefined ? askFor(request, 'consent') : { kind: 'code', permissions };
}

/** A decision counts for the user who made it: somebody else may have signed in since, in another tab. */
export function decidedBy(progress: Progress | undefined, userId: string): boolean {
  return progress?.consentDecision === 'granted' && progress.consentUserId === userId;
}

/** Which page settles who the user is, if one has to. */
function whoQuestion({ request, session, progress, now }: Situation): Question | undefined {
  if (isSigningUp(request, progress)) return 'signup';
  // Whoever is not signed in has nothing to choose from: signing in is the choice.
  if (session !== undefined && needsSelection(request, progress)) return 'select_account';
  return needsLogin(request, session, progress, now) ? 'login' : undefined;
}

/**
 * OpenID Connect Core §3.1.2.1 `id_token_hint`: a positive response if that user "is logged in as a result of the
 * request …; otherwise, it MUST return an error, such as login_required".
 */
function otherUser({ request, progress }: Situation, session: SignedIn): NextStep {
  if (!isFreshLogin(session, progress)) return askFor(request, 'switch');
  return failure('login_required', 'another user than the one asked for signed in');
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
  return prompt.has('none') ? failure(...UNASKED[kind]) : { kind };
}

function failure(error: OAuthErrorCode, description: string): NextStep {
  return { kind: 'error', error, description };
}
