import type { Client } from '../../clients/client.entity.js';
import { changeableColumns, changedCredentials } from '../../clients/metadata-of-client.js';
import { isAdminScope } from '../../protocol/admin-scope.js';
import type { ClientMetadata } from '../../protocol/client-metadata.js';
import { usesSecret } from '../../protocol/grant-types.js';
import type { Demand } from '../kind.js';

/** What is to be of an app that decides who may make it so. */
interface WantedApp {
  readonly metadata: ClientMetadata;
  readonly rules: { readonly adminScopes: readonly string[] | null };
  readonly secret: string | undefined;
}

/** @param wanted undefined: the app is to go */
export function clientDemand(before: Client | undefined, wanted: WantedApp | undefined): Demand {
  if (wanted === undefined) return { writes: ['clients'], ...acted(before) };
  const { adminScopes } = wanted.rules;
  return {
    // A new app has a secret anyway. Whoever gets one of an app that is there can do what the app can.
    writes: before !== undefined && makesSecret(before, wanted) ? ['clients', 'secrets'] : ['clients'],
    ...acted(before),
    ...(!areSameRights(before?.adminScopes ?? null, adminScopes) && { gives: adminScopes?.filter(isAdminScope) ?? [] }),
  };
}

function acted(client: Client | undefined): Pick<Demand, 'client'> {
  return client === undefined ? {} : { client };
}

/** In whatever order. */
export function areSameRights(before: readonly string[] | null, after: readonly string[] | null): boolean {
  return (before ?? []).toSorted().join(' ') === (after ?? []).toSorted().join(' ');
}

/** Whether a method came that the app has no secret for: one that was sent in the clear never becomes a key that is not. */
export function needsNewSecret(before: Client, { clientSecretDigest }: Client, method: string): boolean {
  return usesSecret(method) && (clientSecretDigest === null || isOtherUse(before, method));
}

/** Whether the app's secrets so far were for something else than for this method. */
export function isOtherUse(before: Client, method: string): boolean {
  return method === 'client_secret_jwt' && before.tokenEndpointAuthMethod !== method;
}

/** Or lets it prove itself with something else. */
function makesSecret(before: Client, { metadata, secret }: WantedApp): boolean {
  const isOtherProof = changedCredentials(before, changeableColumns(metadata)).length > 0;
  return secret !== undefined || isOtherProof || needsNewSecret(before, before, metadata.tokenEndpointAuthMethod);
}
