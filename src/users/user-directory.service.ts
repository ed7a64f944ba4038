import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { type KeysetPage, keysetPage, type Order, type Position } from '../sql/keyset.js';
import { emailKey } from './email-address.js';
import { User, type UserRole, type UserStatus } from './user.entity.js';
import { usernameKey } from './username.js';

/** Which users a list shows. */
export interface UserFilter {
  /** The beginning of a user name, an e-mail address, or an employee number. */
  readonly search?: string | undefined;
  readonly role?: UserRole | undefined;
  readonly status?: UserStatus | undefined;
}

/** What users can be sorted by; each has an index. */
export const USER_ORDERS = { created: 'id', username: 'usernameKey', email: 'emailKey' } as const;

/** Lists of users for those who administer them. Every list is one statement, however many users there are. */
@Injectable()
export class UserDirectory {
  constructor(@InjectRepository(User) private readonly users: Repository<User>) {}

  /** @param page.after the end of the page before */
  page(
    { search, role, status }: UserFilter,
    { order, limit, after }: { readonly order: Order; readonly limit: number; readonly after?: Position | undefined },
  ): Promise<KeysetPage<User>> {
    const query = this.users.createQueryBuilder('user');
    if (role !== undefined) query.andWhere({ role });
    if (status !== undefined) query.andWhere({ status });
    if (search !== undefined) {
      const [name, email] = [usernameKey(search), emailKey(search)].map(beginning);
      const number = beginning(search);
      query.andWhere(
        `(user.usernameKey LIKE :name ESCAPE '|' OR user.emailKey LIKE :email ESCAPE '|' OR user.employeeId LIKE :number ESCAPE '|')`,
        { name, email, number },
      );
    }
    return keysetPage(query, order, limit, after);
  }
}

/** A LIKE pattern for texts that begin with this one; what is typed stays literal. */
function beginning(text: string): string {
  return `${text.replaceAll(/[|%_]/g, '|$&')}%`;
}
