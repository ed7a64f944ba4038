import { type Command, Option } from 'commander';
import { STAFF_ROLES } from '../users/user.entity.js';
import type { CreateUserOptions } from './create-user.js';
import type { ImportUsersOptions } from './import-users.js';
import type { InviteUserOptions } from './invite-user.js';
import type { ListUsersOptions } from './list-users.js';
import type { ResetPasswordOptions } from './reset-password.js';
import { addExamples, jsonOption, limitOption, yesOption } from './options.js';
import type { UserStatusOptions } from './user-status.js';

/** Adds `user setup-link`, `create`, `invite`, `list`, `import`, `reset-password`, `disable`, `enable` and `sign-out`. */
export function addUserCommands(program: Command): void {
  const user = program
    .command('user')
    .description('make, invite, import, list and disable users, and help who lost their password')
    .helpCommand(false);
  addExamples(
    user
      .command('create')
      .description('make a user')
      .requiredOption('--username <name>', 'what the user signs in with')
      .requiredOption('--email <address>', 'e-mail address')
      .option('--password <password>', 'password; others on this machine may see it in the list of processes')
      .addOption(new Option('--password-stdin', 'read the password from standard input').conflicts('password'))
      .option('--employee-id <number>', 'number in the organisation; assigned when left out')
      .option('--birthdate <date>', 'YYYY-MM-DD')
      .option('--phone <number>', 'with the country code, like +491701234567')
      .addOption(roleOption())
      .addOption(jsonOption())
      .action(async (options: CreateUserOptions) => (await import('./create-user.js')).createUser(options)),
    'doorward user create --username ada --email ada@example.com',
    'pass show ada | doorward user create --username ada --email ada@example.com --role owner --password-stdin --json',
  );
  addExamples(
    user
      .command('list')
      .description('list users')
      .addOption(limitOption())
      .addOption(jsonOption())
      .action(async (options: ListUsersOptions) => (await import('./list-users.js')).listUsers(options)),
    'doorward user list --limit 10',
    "doorward user list --json | jq -r '.[].email'",
  );
  addExamples(
    user
      .command('setup-link')
      .description('make the link with which the first admin is made; only while nobody owns the installation')
      .addOption(jsonOption())
      .action(async (options: { json?: true }) => (await import('./setup-link.js')).setupLink(options)),
    'doorward user setup-link',
  );
  addInvite(user);
  addImport(user);
  addResetPassword(user);
  addStatusCommands(user);
}

function addInvite(user: Command): void {
  addExamples(
    user
      .command('invite')
      .description('mail somebody a link with which they make their account; it works once, for seven days')
      .argument('<address>', 'e-mail address, which the account will have')
      .option('--name <name>', 'full name')
      .option('--locale <tag>', 'language of the mail and of the account, like de-AT')
      .addOption(roleOption())
      .addOption(jsonOption())
      .action(async (address: string, options: InviteUserOptions) =>
        (await import('./invite-user.js')).inviteUser(address, options),
      ),
    'doorward user invite ada@example.com',
    'doorward user invite ada@example.com --name "Ada Lovelace" --locale en-GB --role support --json',
  );
}

function addImport(user: Command): void {
  addExamples(
    user
      .command('import')
      .description('make users of the rows of a file; the exit code is 1 when some rows are refused (docs/import.md)')
      .argument('<file>', 'CSV with a first row that names the columns, a JSON array, or JSON lines')
      .addOption(new Option('--format <format>', 'by the end of the name when left out').choices(['csv', 'json']))
      .option('--dry-run', 'judge every row, make nobody')
      .option('--resume', 'go on with a run of the same file that was stopped')
      .addOption(jsonOption())
      .action(async (file: string, options: ImportUsersOptions) =>
        (await import('./import-users.js')).importUsers(file, options),
      ),
    'doorward user import people.csv --dry-run',
    'doorward user import people.csv',
    'doorward user import people.csv --resume',
    "doorward user import export.jsonl --format json --json | jq -r '.errors[] | [.row, .field, .message] | @tsv'",
  );
}

function addResetPassword(user: Command): void {
  addExamples(
    user
      .command('reset-password')
      .description('make a link with which a user sets a new password; it works once, for 30 minutes')
      .argument('<login>', 'user name or e-mail address')
      .option('--mail', 'send the link to the user instead of printing it')
      .addOption(jsonOption())
      .action(async (login: string, options: ResetPasswordOptions) =>
        (await import('./reset-password.js')).resetPassword(login, options),
      ),
    'doorward user reset-password ada',
    'doorward user reset-password ada@example.com --mail',
  );
}

function roleOption(): Option {
  return new Option('--role <role>', 'what they may administer; an owner everything')
    .choices(['user', ...STAFF_ROLES])
    .default('user');
}

function addStatusCommands(user: Command): void {
  const acting = (name: string, description: string) =>
    user
      .command(name)
      .description(description)
      .argument('<login>', 'user name or e-mail address')
      .addOption(jsonOption());
  addExamples(
    acting('disable', 'end every login of a user, and let them sign in no more; asks first')
      .addOption(yesOption())
      .action(async (login: string, options: UserStatusOptions) =>
        (await import('./user-status.js')).setUserStatus(login, 'disabled', options),
      ),
    'doorward user disable ada',
  );
  addExamples(
    acting('enable', 'let a disabled user sign in again').action(async (login: string, options: { json?: true }) =>
      (await import('./user-status.js')).setUserStatus(login, 'active', options),
    ),
    'doorward user enable ada@example.com',
  );
  addExamples(
    acting('sign-out', 'end every login of a user, in browsers and in apps; the password stays').action(
      async (login: string, options: { json?: true }) => (await import('./user-status.js')).signOutUser(login, options),
    ),
    'doorward user sign-out ada',
  );
}
