import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { type Command, Option } from 'commander';
import { hasText, text } from '../pages/texts.js';
import { CreateUser } from '../users/create-user.dto.js';
import { formFaults } from '../users/form-faults.js';
import type { User, UserRole } from '../users/user.entity.js';
import { UserService } from '../users/user.service.js';
import { CommandFailure, usageFailure } from './command-failure.js';
import { addExamples, jsonOption, limitOption } from './options.js';
import { printJson, printLines, printNote, printTable } from './output.js';
import { type PasswordOptions, readNewPassword } from './password-input.js';
import { withServices } from './with-database.js';

/** The option that a field of a new user comes from. */
const OPTION_OF_FIELD: Readonly<Record<string, string>> = {
  username: '--username',
  password: '--password',
  email: '--email',
  empUserId: '--employee-id',
  dob: '--birthdate',
  phone: '--phone',
};

interface CreateOptions extends PasswordOptions {
  readonly username: string;
  readonly email: string;
  readonly employeeId?: string;
  readonly birthdate?: string;
  readonly phone?: string;
  readonly role: UserRole;
  readonly json?: true;
}

interface ListOptions {
  readonly limit: number;
  readonly json?: true;
}

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
      .action(createUser),
    'doorward user create --username ada --email ada@example.com',
    'pass show ada | doorward user create --username ada --email ada@example.com --role owner --password-stdin --json',
  );
  addExamples(
    user.command('list').description('list users').addOption(limitOption()).addOption(jsonOption()).action(listUsers),
    'doorward user list --limit 10',
    "doorward user list --json | jq -r '.[].email'",
  );
}

async function createUser(options: CreateOptions): Promise<void> {
  const newUser = await checkedUser(options, await readNewPassword(options));
  const user = await withServices((services) => register(services.get(UserService), newUser, options.role));
  if (options.json) printJson(publicUser(user));
  else printLines(`Made ${user.role} ${user.username} with employee number ${user.employeeId}.`);
}

/** @throws CommandFailure with every fault, under the name of its option */
async function checkedUser(options: CreateOptions, password: string): Promise<CreateUser> {
  const { username, email, employeeId, birthdate, phone } = options;
  const typed = { username, email, password, empUserId: employeeId, dob: birthdate, phone };
  const user = plainToInstance(CreateUser, typed);
  const faults = await validate(user, { whitelist: true, stopAtFirstError: true });
  if (faults.length > 0) {
    throw usageFailure(
      ...faults.map(({ property, constraints = {} }) => sentence(property, Object.values(constraints)[0])),
    );
  }
  return user;
}

async function register(users: UserService, newUser: CreateUser, role: UserRole): Promise<User> {
  try {
    return await users.register(newUser, { role });
  } catch (cause) {
    const faults = Object.entries(formFaults(cause));
    throw new CommandFailure(
      faults.map(([field, key]) => sentence(field, key)),
      undefined,
      { cause },
    );
  }
}

function sentence(field: string, textKey = ''): string {
  return `${OPTION_OF_FIELD[field] ?? field}: ${text(hasText(textKey) ? textKey : 'validation.invalid')}`;
}

async function listUsers({ limit, json }: ListOptions): Promise<void> {
  const users = await withServices((services) => services.get(UserService).list({ limit }));
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

/** What an operator may see: everything but the password's hash. Names are those of the documented table. */
function publicUser({
  id,
  username,
  email,
  employeeId,
  birthdate,
  phoneNumber,
  role,
  status,
  createdAt,
}: User): object {
  return {
    id,
    username,
    email,
    empUserId: employeeId,
    dob: birthdate,
    phone: phoneNumber,
    role,
    status,
    createdAt: createdAt.toISOString(),
  };
}
