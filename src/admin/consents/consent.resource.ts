import { Shown, Text, Time } from '../../api/fields.js';
import type { Consent } from '../../consent/consent.entity.js';
import { partiesOf } from '../issued.resource.js';

/** What a user allowed an app, as the API shows it. */
export class ConsentResource {
  @Text id!: string;
  @Text user_id!: string;
  @Text username!: string;
  @Text client_id!: string;
  @Text client_name!: string;
  @Shown({ type: [String], description: 'What the user allowed' }) scopes!: readonly string[];
  @Shown({ type: [String], description: 'What they were asked for and did not allow' })
  refused_scopes!: readonly string[];
  @Time('When they allowed something for the first time') created_at!: string;
  @Time('When they decided the last time') updated_at!: string;
}

/** @param consent with its `user` and `client` */
export function consentResource(consent: Consent): ConsentResource {
  return {
    id: consent.id,
    ...partiesOf(consent),
    scopes: consent.grantedScopes,
    refused_scopes: consent.refusedScopes,
    created_at: consent.createdAt.toISOString(),
    updated_at: consent.updatedAt.toISOString(),
  };
}
