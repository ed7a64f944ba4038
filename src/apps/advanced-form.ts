import type { ClientMetadataInput } from '../protocol/client-metadata.js';
import type { AppForm } from './app-form.dto.js';

/** Members that stand in one line of the form each. */
const SINGLE = [
  'policy_uri',
  'tos_uri',
  'id_token_signed_response_alg',
  'initiate_login_uri',
  'backchannel_logout_uri',
  'frontchannel_logout_uri',
  'jwks_uri',
] as const;

/** The fields behind "Advanced", by their names in OpenID Connect Registration §2 and the logout specifications. */
export const ADVANCED_FIELDS = [...SINGLE, 'post_logout_redirect_uris', 'jwks'] as const;

/** What the form says about them: an empty field takes the member away. */
export function advancedMembers(form: AppForm): Partial<ClientMetadataInput> {
  const single = Object.fromEntries(SINGLE.map((name) => [name, filled(form[name])]));
  const uris = linesOf(form.post_logout_redirect_uris);
  return {
    ...single,
    post_logout_redirect_uris: uris.length === 0 ? undefined : uris,
    jwks: keysOf(filled(form.jwks)),
  };
}

/** The fields as they are shown. Keys that were refused are not: among them may be a private one. */
export function advancedValues(metadata: ClientMetadataInput, wrong: readonly string[]): Record<string, string> {
  const { jwks, post_logout_redirect_uris: uris } = metadata;
  return {
    ...Object.fromEntries(SINGLE.map((name) => [name, typeof metadata[name] === 'string' ? metadata[name] : ''])),
    post_logout_redirect_uris: Array.isArray(uris) ? uris.join('\n') : '',
    jwks: jwks === undefined || wrong.includes('jwks') ? '' : JSON.stringify(jwks, null, 2),
  };
}

/** One value per line. */
export function linesOf(text = ''): string[] {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function filled(text = ''): string | undefined {
  return text.trim() === '' ? undefined : text.trim();
}

/** What is no JSON stays a text, which is no key set: the validator says what to write. */
function keysOf(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
