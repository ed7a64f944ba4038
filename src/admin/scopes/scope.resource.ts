import { MaybeText, MaybeTime, Shown, Text } from '../../api/fields.js';
import { text } from '../../pages/texts.js';
import { ADMIN_SCOPES } from '../../protocol/admin-scope.js';
import { SENSITIVITIES } from '../../protocol/custom-scope.js';
import { SCOPES } from '../../protocol/scope.js';
import type { CustomScope } from '../../scopes/custom-scope.entity.js';

/** A scope, as the API shows it. */
export class ScopeResource {
  @Text id!: string;
  @Text name!: string;
  @Shown({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'What people are asked, by language tag; empty where no person is',
  })
  descriptions!: Readonly<Record<string, string>>;
  @Shown({ enum: SENSITIVITIES }) sensitivity!: string;
  @Shown({ type: 'boolean', description: 'Only a person can allow it' }) needs_user!: boolean;
  @MaybeText('Id of the resource server that it opens something of') resource_id!: string | null;
  @MaybeText('The audience of tokens with it') audience!: string | null;
  @Shown({ type: 'boolean', description: 'It belongs to the server and cannot be changed' }) is_built_in!: boolean;
  @MaybeTime('When it was defined') created_at!: string | null;
  @MaybeTime('When it was changed the last time') updated_at!: string | null;
}

/** One scope, with how far it reaches. */
export class ScopeDetailResource extends ScopeResource {
  @Shown({
    type: 'integer',
    nullable: true,
    description: 'How many apps may ask for it; not counted for a built-in one',
  })
  app_count!: number | null;
}

/** What a deletion did. */
export class ScopeDeletion {
  @Shown({ type: 'integer', description: 'How many apps could ask for it, and cannot any more' })
  withdrawn_from_apps!: number;
}

export function scopeResource(scope: CustomScope): ScopeResource {
  return {
    id: scope.id,
    name: scope.name,
    descriptions: scope.descriptions,
    sensitivity: scope.sensitivity,
    needs_user: scope.needsUser,
    resource_id: scope.resourceId,
    audience: scope.resource?.identifier ?? null,
    is_built_in: false,
    created_at: scope.createdAt.toISOString(),
    updated_at: scope.updatedAt.toISOString(),
  };
}

/** The scopes of the server itself, under their names. @param adminAudience of the tokens that open the admin API */
export function builtInScopes(adminAudience: string): readonly ScopeResource[] {
  return [
    ...SCOPES.map(({ name, needsUser }) =>
      builtIn(name, { descriptions: { en: text(`scope.${name}.sentence`) }, needs_user: needsUser }),
    ),
    ...ADMIN_SCOPES.map((name) => builtIn(name, { sensitivity: 'sensitive', audience: adminAudience })),
  ];
}

function builtIn(name: string, differing: Partial<ScopeResource>): ScopeResource {
  return {
    id: name,
    name,
    descriptions: {},
    sensitivity: 'normal',
    needs_user: false,
    resource_id: null,
    audience: null,
    is_built_in: true,
    created_at: null,
    updated_at: null,
    ...differing,
  };
}
