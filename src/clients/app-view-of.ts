import type { AppView } from '../pages/app-view.js';
import { currentLanguage } from '../pages/reader.js';
import { localizedMember } from '../protocol/localized-client.js';
import type { RegisteredClient } from './registered-client.js';

/**
 * The app as pages show it: its name in the language of the page, its logo, and the host that tells it from one that only looks like it. That is
 * where it is registered to return to, never the website that its owner typed: nobody proved that (attack A23).
 */
export function appViewOf({ clientName, logoUrl, snapshot, metadata }: RegisteredClient): AppView {
  const [host] = snapshot.hosts;
  return {
    name: localizedMember(metadata, 'client_name', currentLanguage()) ?? clientName,
    ...(logoUrl === undefined ? {} : { logoUrl }),
    ...(host === undefined ? {} : { host }),
    ...documentsOf(metadata),
  };
}

/** OpenID Connect Registration §2 `policy_uri` and `tos_uri`, in the language of the page. */
function documentsOf(metadata: RegisteredClient['metadata']): Pick<AppView, 'policyUrl' | 'termsUrl'> {
  const policyUrl = localizedMember(metadata, 'policy_uri', currentLanguage()) ?? metadata.policy_uri;
  const termsUrl = localizedMember(metadata, 'tos_uri', currentLanguage()) ?? metadata.tos_uri;
  return { ...(policyUrl !== undefined && { policyUrl }), ...(termsUrl !== undefined && { termsUrl }) };
}
