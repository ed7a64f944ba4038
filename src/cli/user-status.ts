import { AuditLog } from '../audit/audit-log.service.js';
import type { AuditAction } from '../audit/audit-actions.js';
import { UserAdministration } from '../users/user-administration.service.js';
import type { User, UserStatus } from '../users/user.entity.js';
import { UserService } from '../users/user.service.js';
import { CommandFailure } from './command-failure.js';
import { confirm } from './confirm.js';
import { printJson, printLines } from './output.js';
import { publicUser } from './public-user.js';
import { type Services, withServices } from './with-database.js';

interface JsonOption {
  readonly json?: true;
}

export interface UserStatusOptions extends JsonOption {
  readonly yes?: true;
}

/**
 * `doorward user disable` and `doorward user enable`. A disabled user's logins and tokens end at once.
 * @throws CommandFailure
 */
export async function setUserStatus(
  login: string,
  status: UserStatus,
  { yes, json }: UserStatusOptions,
): Promise<void> {
  const user = await withServices('write', async (services) => {
    const found = await userOf(services, login);
    if (found.status === status) return found;
    if (status === 'disabled') {
      await confirm(yes, `${found.username} is signed out everywhere then, and all that apps may do for them ends.`);
    }
    const changed = await services.get(UserAdministration).change(found, { status });
    if (changed === undefined) throw new CommandFailure([`${found.username} was changed meanwhile: try again.`]);
    await note(services, status === 'active' ? 'user.enabled' : 'user.disabled', changed);
    return changed;
  });
  if (json) return printJson(publicUser(user));
  const effect = status === 'active' ? 'may sign in' : 'is signed out everywhere and cannot sign in';
  printLines(`${user.username} is ${status}, and ${effect}.`);
}

/**
 * `doorward user sign-out`
 * @throws CommandFailure
 */
export async function signOutUser(login: string, { json }: JsonOption): Promise<void> {
  const user = await withServices('write', async (services) => {
    const found = await userOf(services, login);
    await services.get(UserAdministration).endLogins(found);
    await note(services, 'user.signed_out_everywhere', found);
    return found;
  });
  if (json) return printJson(publicUser(user));
  printLines(`${user.username} is signed out, in every browser and every app.`);
}

/** @throws CommandFailure */
async function userOf(services: Services, login: string): Promise<User> {
  const user = await services.get(UserService).byLogin(login);
  if (user === null) throw new CommandFailure([`There is no user '${login}': look with 'doorward user list'.`]);
  return user;
}

function note(services: Services, action: AuditAction, { id }: User): Promise<void> {
  return services.get(AuditLog).record({ action, target: { type: 'user', id } });
}
