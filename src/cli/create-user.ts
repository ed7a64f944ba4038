import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { hasText, text } from '../pages/texts.js';
import { CreateUser } from '../users/create-user.dto.js';
import { formFaults } from '../users/form-faults.js';
import type { User, UserRole } from '../users/user.entity.js';
import { UserService } from '../users/user.service.js';
import { CommandFailure, usageFailure } from './command-failure.js';
import { printJson, printLines } from './output.js';
import { type PasswordOptions, readNewPassword } from './password-input.js';
import { publicUser } from './public-user.js';
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

export interface CreateUserOptions extends PasswordOptions {
  readonly username: string;
  readonly email: string;
  readonly employeeId?: string;
  readonly birthdate?: string;
  readonly phone?: string;
  readonly role: UserRole;
  readonly json?: true;
}

/**
 * `doorward user create`
 * @throws CommandFailure
 */
export async function createUser(options: CreateUserOptions): Promise<void> {
  const newUser = await checkedUser(options, await readNewPassword(options));
  const user = await withServices('write', (services) => register(services.get(UserService), newUser, options.role));
  if (options.json) printJson(publicUser(user));
  else printLines(`Made ${user.role} ${user.username} with employee number ${user.employeeId}.`);
}

/** @throws CommandFailure with every fault, under the name of its option */
async function checkedUser(options: CreateUserOptions, password: string): Promise<CreateUser> {
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
