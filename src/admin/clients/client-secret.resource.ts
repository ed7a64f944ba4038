import { MaybeTime, Shown, Text, Time } from '../../api/fields.js';
import type { ClientSecret } from '../../clients/client-secret.entity.js';
import type { Client } from '../../clients/client.entity.js';
import { secretRef } from '../../clients/secret-ref.js';

/** A live secret of an app, without the secret. */
export class ClientSecretResource {
  @Text secret_id!: string;
  @Shown({ type: 'string', description: 'The last characters, to tell which one a deployment uses' }) hint!: string;
  @Shown({ type: 'boolean', description: 'The newest one; it ends only when another one is made' })
  is_current!: boolean;
  @Time('When it was made') created_at!: string;
  @MaybeTime('When it ends; null for the current one') expires_at!: string | null;
  @MaybeTime('When it was used the last time, to the minute') last_used_at!: string | null;
}

/** A new one, with what is shown this once. */
export class NewClientSecretResource extends ClientSecretResource {
  @Shown({ type: 'string', description: 'Shown this once' }) client_secret!: string;
}

export function clientSecretResource(secret: ClientSecret, { clientSecretDigest }: Client): ClientSecretResource {
  const { digest, hint, createdAt, expiresAt, lastUsedAt } = secret;
  return {
    secret_id: secretRef(digest),
    hint,
    is_current: clientSecretDigest?.equals(digest) ?? false,
    created_at: createdAt.toISOString(),
    expires_at: expiresAt?.toISOString() ?? null,
    last_used_at: lastUsedAt?.toISOString() ?? null,
  };
}
