import { UserService } from '../users/user.service.js';
import { printJson, printNote, printTable } from './output.js';
import { publicUser } from './public-user.js';
import { withServices } from './with-database.js';

export interface ListUsersOptions {
  readonly limit: number;
  readonly json?: true;
}

/** `doorward user list` */
export async function listUsers({ limit, json }: ListUsersOptions): Promise<void> {
  const users = await withServices('read', (services) => services.get(UserService).list({ limit }));
  if (json) return printJson(users.map(publicUser));
  if (users.length === 0) return printNote("There are no users yet: make one with 'doorward user create'.");
  printTable(
    ['USER NAME', 'E-MAIL', 'EMPLOYEE NUMBER', 'ROLE', 'STATUS', 'SINCE'],
    users.map(({ username, email, employeeId, role, status, createdAt }) => [
      username,
      email,
      employeeId,
      role,
      status,
      createdAt.toISOString().slice(0, 10),
    ]),
  );
}
