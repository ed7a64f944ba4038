import { parsePrompt, type Prompt } from '../protocol/prompt.js';
import type { Interaction } from './interaction.entity.js';

/** What an authorization request says about signing in. */
export interface LoginDemand {
  readonly prompt: ReadonlySet<Prompt>;
  /** Seconds since the last login that are still acceptable. */
  readonly maxAge?: number;
}

/** What an interaction knows about its login step. */
export type LoginProgress = Pick<Interaction, 'createdAt' | 'loginAt' | 'isSwitchingAccount'>;

/**
 * Whether a person must sign in before the request can go on. The login page and the dispatcher ask the same
 * question, so that neither sends the browser back and forth.
 * @param session of this browser, if it has a live one
 * @param progress of the interaction, if there is one
 */
export function needsLogin(
  { prompt, maxAge }: LoginDemand,
  session: { readonly authTime: Date } | undefined,
  progress: LoginProgress | undefined,
  now: Date,
): boolean {
  if (session === undefined || progress?.isSwitchingAccount === true) return true;
  if (isFreshLogin(session, progress)) return false;
  const isStepDone = progress !== undefined && progress.loginAt !== null;
  return wantsFreshLogin(prompt) || isTooOld(session.authTime, maxAge, now) || (wantsStep(prompt) && !isStepDone);
}

/** Whether this session's login was made for this request: the step may also have kept the session as it was. */
export function isFreshLogin(session: { readonly authTime: Date }, progress: LoginProgress | undefined): boolean {
  return progress !== undefined && progress.loginAt !== null && session.authTime >= progress.createdAt;
}

/** Whether somebody who is signed in still has to say if they go on as themselves. */
export function needsSelection({ prompt }: LoginDemand, progress: LoginProgress | undefined): boolean {
  return prompt.has('select_account') && !progress?.loginAt && progress?.isSwitchingAccount !== true;
}

/** OpenID Connect Core §3.1.2.1 `login`: "SHOULD prompt the End-User for reauthentication". */
function wantsFreshLogin(prompt: LoginDemand['prompt']): boolean {
  return prompt.has('login');
}

/** OpenID Connect Core §3.1.2.1 `select_account`; Initiating User Registration 1.0 §4 `create`. */
function wantsStep(prompt: LoginDemand['prompt']): boolean {
  return prompt.has('select_account') || prompt.has('create');
}

/** OpenID Connect Core §3.1.2.1 `max_age`: beyond it the server "MUST attempt to actively re-authenticate". */
function isTooOld(authTime: Date, maxAge: number | undefined, now: Date): boolean {
  return maxAge !== undefined && now.getTime() - authTime.getTime() > maxAge * 1000;
}

/** `needsLogin` for a request that waits in an interaction. */
export function interactionNeedsLogin(
  interaction: LoginProgress & Pick<Interaction, 'parameters'>,
  session: { readonly authTime: Date } | undefined,
  now: Date,
): boolean {
  return needsLogin(demandOf(interaction), session, interaction, now);
}

/** `needsSelection` for a request that waits in an interaction. */
export function interactionNeedsSelection(interaction: LoginProgress & Pick<Interaction, 'parameters'>): boolean {
  return needsSelection(demandOf(interaction), interaction);
}

function demandOf({ parameters }: Pick<Interaction, 'parameters'>): LoginDemand {
  const { prompt, max_age: maxAge } = parameters;
  return { prompt: parsePrompt(prompt), ...(maxAge === undefined ? {} : { maxAge: Number(maxAge) }) };
}
