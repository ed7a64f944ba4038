import { Injectable } from '@nestjs/common';
import { checkMay } from '../../api/api.guard.js';
import type { Caller } from '../../api/caller.js';
import { checkMayActOn, checkMayActOnClient } from '../../api/rights.js';
import type { BulkOperation } from '../../bulk/bulk-operation.entity.js';
import { BulkOperations, type BulkReport } from '../../bulk/bulk-operations.service.js';
import { ClientService } from '../../clients/client.service.js';
import { Problem } from '../../http/problem.js';
import { UserService } from '../../users/user.service.js';
import type { BulkActionRights } from './bulk-actions.js';
import { BulkCallers } from './bulk-callers.service.js';
import { MOST_TARGETS } from './bulk-order.dto.js';
import { bulkOperationDetail, type BulkOperationDetail } from './bulk.resource.js';

/** What is to be done to many things. */
export interface BulkOrder extends Pick<BulkOperation, 'resource' | 'action' | 'options'> {
  readonly rights: BulkActionRights;
  readonly ids: readonly string[] | undefined;
  /** The ids that the filter fits, at most `limit`; undefined without a filter. */
  readonly filtered: ((limit: number) => Promise<readonly string[]>) | undefined;
}

/** Acts on many things through the admin API, by whom they may be begun, seen and stopped. */
@Injectable()
export class AdminBulk {
  constructor(
    private readonly bulk: BulkOperations,
    private readonly callers: BulkCallers,
    private readonly users: UserService,
    private readonly clients: ClientService,
  ) {}

  /**
   * Begins an operation. The act's own rights are asked for now, those on each thing when its turn comes.
   * @throws Problem `insufficient-scope`, `validation-failed`, `conflict`
   */
  async begin(caller: Caller, { rights, ids, filtered, ...chosen }: BulkOrder): Promise<BulkOperationDetail> {
    checkMay(caller, rights);
    const targets = await targetsOf(ids, filtered);
    const report = await this.bulk.begin({ ...chosen, targets, starter: await this.callers.starterOf(caller) });
    return bulkOperationDetail(report, []);
  }

  /** @throws Problem `not-found` */
  async detail(resource: string, id: string): Promise<BulkOperationDetail> {
    const report = await this.one(resource, id);
    return bulkOperationDetail(report, await this.bulk.failures(report.operation));
  }

  /**
   * Stops an operation: one's own, or one of somebody on whom one may act.
   * @throws Problem `not-found`, `forbidden`, `conflict`
   */
  async cancel(caller: Caller, resource: string, id: string): Promise<BulkOperationDetail> {
    const { operation } = await this.one(resource, id);
    await this.checkMayCancel(caller, operation);
    if (!(await this.bulk.cancel(operation))) throw new Problem('conflict', 'This operation has ended already.');
    return this.detail(resource, id);
  }

  private async one(resource: string, id: string): Promise<BulkReport> {
    const report = await this.bulk.one(resource, id);
    if (report === undefined) throw new Problem('not-found');
    return report;
  }

  private async checkMayCancel(caller: Caller, { starter }: BulkOperation): Promise<void> {
    const callerId = caller.kind === 'client' ? caller.clientId : caller.id;
    if (starter.type === caller.kind && starter.id === callerId) return;
    if (starter.type === 'user') checkMayActOn(caller, (await this.users.byId(starter.id))?.role ?? 'user');
    else {
      const client = await this.clients.stored(starter.id);
      if (client !== undefined) checkMayActOnClient(caller, client);
    }
  }
}

/** @throws Problem `validation-failed`, `conflict` */
async function targetsOf(ids: BulkOrder['ids'], filtered: BulkOrder['filtered']): Promise<readonly string[]> {
  if ((ids === undefined) === (filtered === undefined)) {
    const errors = [{ field: 'ids', message: 'Give ids or a filter, one of the two.' }];
    throw new Problem('validation-failed', undefined, { errors });
  }
  const found = ids ?? (await filtered?.(MOST_TARGETS + 1)) ?? [];
  if (found.length === 0) throw new Problem('conflict', 'The filter fits nothing.');
  if (found.length > MOST_TARGETS) {
    throw new Problem('conflict', `The filter fits more than ${MOST_TARGETS}: make it narrower.`);
  }
  return found;
}
