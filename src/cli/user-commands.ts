import { type Command, Option } from 'commander';
import type { CreateUserOptions } from './create-user.js';
import type { ListUsersOptions } from './list-users.js';
import { addExamples, jsonOption, limitOption } from './options.js';

/** Adds `user create` and `user list`. */
export function addUserCommands(program: Command): void {
  const user = program.command('user').description('make and list users').helpCommand(false);
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
      .addOption(new Option('--role <role>', 'an owner manages this server').choices(['user', 'owner']).default('user'))
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
}
