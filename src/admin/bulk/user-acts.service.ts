import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Caller } from '../../api/caller.js';
import { checkMayActOn } from '../../api/rights.js';
import type { BulkOperation } from '../../bulk/bulk-operation.entity.js';
import { BulkRunner } from '../../bulk/bulk-runner.service.js';
import { UserDeletion } from '../users/user-deletion.service.js';
import { AdminUsers } from '../users/users.service.js';
import { USER_RIGHTS, type UserAction } from './bulk-actions.js';
import { BulkCallers } from './bulk-callers.service.js';
import { judged } from './bulk-judged.js';

/** What a bulk operation does to each user: what the operation on that one alone would. */
@Injectable()
export class UserActs implements OnModuleInit {
  constructor(
    private readonly runner: BulkRunner,
    private readonly callers: BulkCallers,
    private readonly users: AdminUsers,
    private readonly deletion: UserDeletion,
  ) {}

  onModuleInit(): void {
    this.runner.handle('users', (operation, id, isRepeat) => this.act(operation, id, isRepeat));
  }

  private async act({ action, starter }: BulkOperation, id: string, isRepeat: boolean): Promise<void> {
    const wanted = action as UserAction;
    const caller = await this.callers.now(starter, USER_RIGHTS[wanted].scope);
    await judged(() => this.do(wanted, caller, id), isRepeat && wanted === 'delete');
  }

  private async do(action: UserAction, caller: Caller, id: string): Promise<void> {
    const user = await this.users.one(id);
    if (action === 'delete') return this.deletion.delete(caller, user);
    if (action === 'sign_out') return this.users.signOut(caller, user);
    const status = action === 'enable' ? 'active' : 'disabled';
    checkMayActOn(caller, user.role);
    // What is so already is not done, nor written down, once more.
    if (user.status !== status) await this.users.change(caller, user, { status });
  }
}
