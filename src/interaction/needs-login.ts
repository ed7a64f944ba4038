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
  const isStepDone = progress !== undefined && progress.loginAt !== null;
  // Only a login made for this request is a fresh one: the step may also have kept the session as it was.
  if (isStepDone && session.authTime >= progress.createdAt) return false;
  return wantsFreshLogin(prompt) || isTooOld(session.authTime, maxAge, now) || (wantsStep(prompt) && !isStepDone);
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
  const { prompt, max_age: maxAge } = interaction.parameters;
  const demand = { prompt: parsePrompt(prompt), ...(maxAge === undefined ? {} : { maxAge: Number(maxAge) }) };
  return needsLogin(demand, session, interaction, now);
}
