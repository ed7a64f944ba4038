import { usesSecret } from '../../protocol/grant-types.js';
import type { Change } from '../kind.js';
import type { SecretReference, SecretSource } from '../secret-reference.js';

/** RFC 7518 §3.2: a key for HS512 is at least 64 bytes long. */
const LEAST_FOR_HMAC = 64;

interface SecretContext {
  readonly source: SecretSource;
  readonly method: string;
  readonly isNew: boolean;
  /** Whether the app can have one more. */
  readonly hasRoom: boolean;
  /** Whether it is the current one of the app, an older one that cannot become it, or another app's. */
  readonly stateOf: (secret: string) => Promise<'current' | 'unused' | 'taken'>;
}

interface DeclaredSecret {
  /** To be set. */
  readonly secret?: string;
  readonly changes?: readonly Change[];
  readonly notes?: readonly string[];
  readonly fault?: string;
}

/**
 * What a reference means for the app. A variable that is not set leaves an app that is there as it is, so that an export can
 * be compared without its secrets; a new app needs it.
 */
export async function secretOf(
  clientId: string,
  reference: SecretReference | undefined,
  context: SecretContext,
): Promise<DeclaredSecret> {
  if (reference === undefined) return {};
  const { method, isNew, source } = context;
  if (!usesSecret(method)) return { fault: `Take it out: an app with ${method} has no secret of this server.` };
  const found = source.find(reference);
  if ('fault' in found) return { fault: found.fault };
  if ('secret' in found) return changeOf(found.secret, reference, context);
  return isNew
    ? { fault: `${found.remedy}, or take the reference out to get a generated secret.` }
    : { notes: [`${found.missing}: the secret of ${clientId} stays as it is.`] };
}

async function changeOf(
  secret: string,
  reference: SecretReference,
  { source, method, isNew, hasRoom, stateOf }: SecretContext,
): Promise<DeclaredSecret> {
  const place = source.place(reference);
  if (method === 'client_secret_jwt' && secret.length < LEAST_FOR_HMAC) {
    return { fault: `Put at least ${LEAST_FOR_HMAC} characters into ${place}: it is a key of ${method}.` };
  }
  const state = await stateOf(secret);
  if (state === 'taken')
    return { fault: `Put a new secret into ${place}: this one is in use elsewhere, or was before.` };
  if (state === 'current') return {};
  if (!hasRoom) return { fault: 'This app has as many live secrets as it can have: end one of them first.' };
  return {
    secret,
    changes: [{ path: ['client_secret'], from: isNew ? undefined : 'another secret', to: `the one in ${place}` }],
  };
}

/** Where an export says that the secret is to be found. @param taken names of variables; two ids may differ in a sign only */
export function exportedReference(clientId: string, taken: Set<string>): { readonly client_secret: SecretReference } {
  const base = `${clientId.toUpperCase().replaceAll('-', '_')}_SECRET`;
  let name = base;
  for (let number = 2; taken.has(name); number += 1) name = `${base}_${number}`;
  taken.add(name);
  return { client_secret: { env: name } };
}
