import { MaybeText, Shown, Text, Time } from '../../api/fields.js';
import type { ResourceServer } from '../../scopes/resource-server.entity.js';

/** A resource server, as the API shows it. */
export class ResourceServerResource {
  @Text id!: string;
  @Shown({ type: 'string', description: 'The audience of its tokens (RFC 8707)' }) identifier!: string;
  @Text name!: string;
  @Shown({ type: 'integer', nullable: true, description: 'Seconds; null for what the installation gives' })
  access_token_lifetime!: number | null;
  @MaybeText('The client id as which it asks what tokens are worth (RFC 7662)') client_id!: string | null;
  @Shown({ enum: ['active', 'suspended'] }) status!: string;
  @Time('When it was defined') created_at!: string;
  @Time('When it was changed the last time') updated_at!: string;
}

/** One resource server, with how far it reaches. */
export class ResourceServerDetail extends ResourceServerResource {
  @Shown({ type: [String], description: 'The names of its scopes' }) scopes!: readonly string[];
  @Shown({ type: 'integer', description: 'How many apps may ask for any of them' }) app_count!: number;
}

/** What a deletion did. */
export class ResourceDeletion {
  @Shown({ type: [String], description: 'The scopes that went with it' }) deleted_scopes!: readonly string[];
  @Shown({ type: 'integer', description: 'How many apps could ask for any of them, and cannot any more' })
  withdrawn_from_apps!: number;
}

export function resourceServerResource(resource: ResourceServer): ResourceServerResource {
  return {
    id: resource.id,
    identifier: resource.identifier,
    name: resource.name,
    access_token_lifetime: resource.accessTokenLifetime,
    client_id: resource.client?.clientId ?? null,
    status: resource.status,
    created_at: resource.createdAt.toISOString(),
    updated_at: resource.updatedAt.toISOString(),
  };
}
