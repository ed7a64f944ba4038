import type { Client } from '../clients/client.entity.js';
import type { RegisteredView } from '../pages/app/app.page.js';
import type { Jwk } from '../protocol/openid-client-metadata.js';
import { ADVANCED_FIELDS } from './advanced-form.js';

/** What is set of the members behind "Advanced" in the form. */
export function registeredViews({ metadata }: Client): RegisteredView[] {
  return ADVANCED_FIELDS.flatMap((name) => {
    const value = metadata[name];
    if (value === undefined) return [];
    return [
      {
        name: name === 'jwks' ? 'keys' : name,
        values: valuesOf(value),
        isCode: name !== 'policy_uri' && name !== 'tos_uri',
      },
    ];
  });
}

/** Of a key set, what tells its keys apart. */
function valuesOf(value: string | readonly string[] | { readonly keys: readonly Jwk[] }): readonly string[] {
  if (typeof value === 'string') return [value];
  return isList(value) ? value : value.keys.map(nameOfKey);
}

function isList(value: object): value is readonly string[] {
  return Array.isArray(value);
}

function nameOfKey({ kid, kty, alg = kty }: Jwk): string {
  return kid === undefined ? alg : `${kid} (${alg})`;
}
