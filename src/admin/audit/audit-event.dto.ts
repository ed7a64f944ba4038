import { IsIn, MaxLength } from 'class-validator';
import { Optional, OptionalTime, PageQuery } from '../../api/page.dto.js';
import { Text } from '../../api/fields.js';
import { AUDIT_ACTIONS, type AuditAction } from '../../audit/audit-actions.js';

const OUTCOMES = ['success', 'failure'] as const;
const TOO_LONG = { message: 'At most 64 characters.' };

/** `GET /audit-events`. */
export class AuditEventQuery extends PageQuery {
  @Optional('Only this', { enum: AUDIT_ACTIONS })
  @IsIn(AUDIT_ACTIONS, { message: 'There is no such action.' })
  action?: AuditAction;

  @Optional('Only what succeeded, or failed', { enum: OUTCOMES })
  @IsIn(OUTCOMES, { message: `Choose one of ${OUTCOMES.join(', ')}.` })
  outcome?: (typeof OUTCOMES)[number];

  @Optional('Only what this user, app or operator did', { maxLength: 64 })
  @Text
  @MaxLength(64, TOO_LONG)
  actor_id?: string;

  @Optional('Only what was done to this user, app, session, grant or key', { maxLength: 64 })
  @Text
  @MaxLength(64, TOO_LONG)
  target_id?: string;

  @Optional('Only what this request did, or this bulk operation', { maxLength: 64 })
  @Text
  @MaxLength(64, TOO_LONG)
  request_id?: string;

  @OptionalTime('From this time on')
  since?: string;

  @OptionalTime('Before this time')
  until?: string;
}
