import { Get, Param, Query } from '@nestjs/common';
import { AdminApi } from '../../api/admin-api.decorator.js';
import { Cursors } from '../../api/cursors.service.js';
import { type List, listOf } from '../../api/list.js';
import { Operation } from '../../api/operation.decorator.js';
import { auditAnswer } from '../../audit/audit-answer.js';
import { AuditEvents } from '../../audit/audit-events.service.js';
import { Problem } from '../../http/problem.js';
import { parseDateTime } from '../../protocol/date-time.js';
import { AuditEventQuery } from './audit-event.dto.js';
import { AuditEventResource } from './audit-event.resource.js';

/** `/audit-events` of the admin API: who did what. Nothing here is ever changed. */
@AdminApi('audit-events')
export class AuditEventsController {
  constructor(
    private readonly events: AuditEvents,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @Operation({
    id: 'listAuditEvents',
    summary: 'Who did what, on what, from where: the newest first',
    scope: 'admin:audit-events:read',
    answer: { status: 200, type: AuditEventResource, isList: true },
    problems: ['invalid-cursor'],
  })
  async list(@Query() { limit, cursor, ...asked }: AuditEventQuery): Promise<List<AuditEventResource>> {
    const list = { list: 'audit-events', ...asked };
    const { action, outcome, actor_id: actorId, target_id: targetId, request_id: requestId, since, until } = asked;
    const filter = { action, outcome, actorId, targetId, requestId, since: momentOf(since), until: momentOf(until) };
    const page = await this.events.page(filter, limit, this.cursors.open(list, cursor));
    return listOf(page, auditAnswer, (position) => this.cursors.make(list, position));
  }

  @Get(':id')
  @Operation({
    id: 'getAuditEvent',
    summary: 'One event',
    scope: 'admin:audit-events:read',
    answer: { status: 200, type: AuditEventResource },
    problems: ['not-found'],
  })
  async get(@Param('id') id: string): Promise<AuditEventResource> {
    const event = await this.events.byId(id);
    if (event === null) throw new Problem('not-found');
    return auditAnswer(event);
  }
}

function momentOf(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : parseDateTime(text);
}
