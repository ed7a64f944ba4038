import { MaybeText, Shown, Text, Time } from '../../api/fields.js';
import { AUDIT_ACTIONS } from '../../audit/audit-actions.js';

/** Something that happened, as the API shows it. */
export class AuditEventResource {
  @Text id!: string;
  @Time('When it happened') occurred_at!: string;
  @Shown({ enum: AUDIT_ACTIONS }) action!: string;
  @Shown({ enum: ['success', 'failure'] }) outcome!: string;
  @MaybeText('Why it failed, in a word') reason!: string | null;
  @Shown({ enum: ['user', 'client', 'operator', 'system', 'anonymous'] }) actor_type!: string;
  @MaybeText('Of the user or the app; the name of the operator') actor_id!: string | null;
  @MaybeText('What it was done to: user, client, session, grant, key or initial_access_token') target_type!:
    string | null;
  @MaybeText('Of what it was done to') target_id!: string | null;
  @MaybeText('The network address that it came from') address!: string | null;
  @MaybeText('What the browser or the program calls itself') user_agent!: string | null;
  @MaybeText('The id of the request; the log has it as well') request_id!: string | null;
  @Shown({ type: 'object', additionalProperties: true, description: 'More about it, by action' })
  details!: Readonly<Record<string, unknown>>;
}
