import type { User } from '../users/user.entity.js';
import { UserService } from '../users/user.service.js';
import { CommandFailure } from './command-failure.js';
import type { Services } from './with-database.js';

/**
 * The user whom `--owner` names; nobody when it was left out.
 * @throws CommandFailure
 */
export async function requireOwner(services: Services, login: string | undefined): Promise<User | null> {
  if (login === undefined) return null;
  const user = await services.get(UserService).byLogin(login);
  if (user !== null) return user;
  throw new CommandFailure([`--owner: there is no user '${login}': make one with 'doorward user create'.`]);
}
