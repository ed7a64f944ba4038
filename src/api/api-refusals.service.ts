import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { AuditTargetType } from '../audit/audit-actions.js';
import { AuditAttempts } from '../audit/audit-attempts.service.js';
import { AuditLog, type AuditRecord } from '../audit/audit-log.service.js';
import { currentOrigin, originOf, withOrigin } from '../http/origin.js';
import type { Problem, ProblemType } from '../http/problem.js';
import { Refusals } from '../http/refusals.service.js';
import { ADMIN_API } from '../protocol/admin-scope.js';
import { askedOperation } from './caller.js';

/** What says that somebody tried what they may not. Mistakes are none of the log's business. */
const TOLD: ReadonlySet<ProblemType> = new Set(['unauthenticated', 'login-too-old', 'insufficient-scope', 'forbidden']);

/** Ids that this server made: whatever else stands in an address, somebody may have typed. */
const OUR_ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|client_[\w-]{1,50})$/;

const TARGETS: Readonly<Record<string, AuditTargetType>> = {
  users: 'user',
  'user-imports': 'user_import',
  clients: 'client',
  sessions: 'session',
  grants: 'grant',
  tokens: 'token',
  keys: 'key',
  'initial-access-tokens': 'initial_access_token',
  invitations: 'invitation',
  webhooks: 'webhook',
  scopes: 'scope',
  resources: 'resource',
};

/**
 * Writes down who was refused what by the admin API. Callers who have proved who they are can be refused no oftener than
 * the API's rate limit lets them ask; of others so many are written down and no more.
 */
@Injectable()
export class ApiRefusals implements OnModuleInit {
  constructor(
    private readonly refusals: Refusals,
    private readonly audit: AuditLog,
    private readonly attempts: AuditAttempts,
  ) {}

  onModuleInit(): void {
    this.refusals.onRefusal((request, problem) => this.note(request, problem));
  }

  private async note(request: FastifyRequest, { type }: Problem): Promise<void> {
    if (!TOLD.has(type)) return;
    const record = refused(request, type);
    const origin = currentOrigin();
    // A foreign origin is refused before anything is known of the request.
    const known = origin.requestId === undefined ? originOf(request) : origin;
    const log = known.actor.type === 'anonymous' ? this.attempts : this.audit;
    await withOrigin(known, () => log.record(record));
  }
}

function refused(request: FastifyRequest, type: ProblemType): AuditRecord {
  const [path = ''] = request.url.slice(ADMIN_API.length + 1).split('?', 1);
  const [resource = '', id = ''] = path.split('/');
  if (resource === 'console-token') return { action: 'console_token.refused', failure: type };
  const operation = askedOperation(request);
  const targetType = TARGETS[resource];
  return {
    action: 'api.refused',
    failure: type,
    ...(targetType !== undefined && OUR_ID.test(id) && { target: { type: targetType, id } }),
    details: { ...(operation !== undefined && { operation }) },
  };
}
