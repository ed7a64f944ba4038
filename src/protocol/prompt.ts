import { OAuthError } from './oauth-error.js';

/** OpenID Connect Core §3.1.2.1, and `create` of Initiating User Registration 1.0. */
export const PROMPTS = ['none', 'login', 'consent', 'select_account', 'create'] as const;

export type Prompt = (typeof PROMPTS)[number];

/**
 * Reads the `prompt` parameter.
 * @throws OAuthError `invalid_request` for an unknown value, or `none` beside another
 */
export function parsePrompt(text: string | undefined): ReadonlySet<Prompt> {
  const prompts = new Set<Prompt>();
  for (const word of text?.split(' ') ?? []) {
    const prompt = PROMPTS.find((candidate) => candidate === word);
    if (prompt === undefined) throw new OAuthError('invalid_request', `prompt takes ${PROMPTS.join(', ')}`);
    prompts.add(prompt);
  }
  // OpenID Connect Core §3.1.2.1: "If this parameter contains none with any other value, an error is returned."
  if (prompts.has('none') && prompts.size > 1) {
    throw new OAuthError('invalid_request', 'prompt none cannot stand beside another value');
  }
  return prompts;
}
