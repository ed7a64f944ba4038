import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import { NO_PASSWORD } from '../crypto/password-hash.js';
import { claimColumns } from './claim-columns.js';
import { DuplicateUserError, asDuplicate, type UniqueField } from './duplicate-user-error.js';
import { randomEmployeeNumber } from './employee-number.js';
import type { ImportedUser } from './imported-user.dto.js';
import { newColumns } from './user-columns.js';
import { User } from './user.entity.js';

/** Of a user what must differ from every other one's, as it is compared. */
export type UniqueValues = Readonly<Record<UniqueField, string>>;

/** A row of `users` that is not in the table yet. */
export type NewUserRow = Omit<User, 'accessTokens'>;

/** Makes many users at once, for imports. What they are recorded as is the import's matter. */
@Injectable()
export class UserBatches {
  constructor(@InjectRepository(User) private readonly users: Repository<User>) {}

  /** The row of a user who comes from elsewhere; a number is assigned where none came along. */
  row(id: string, imported: ImportedUser): NewUserRow {
    const columns = newColumns(Object.assign({ password: '' }, imported));
    return {
      ...columns,
      ...claimColumns(imported),
      id,
      emailVerifiedAt: imported.email_verified === true ? columns.createdAt : null,
      status: imported.status ?? 'active',
      passwordHash: imported.password_hash ?? NO_PASSWORD,
      employeeId: imported.empUserId ?? randomEmployeeNumber(),
      role: 'user',
      picture: null,
    };
  }

  /**
   * Whose the unique values of some rows are already. Three statements, each through its index.
   * @returns for each field the ids of the users by the value
   */
  async owners(rows: readonly NewUserRow[]): Promise<Record<UniqueField, Map<string, string>>> {
    return {
      username: await this.ownersBy('usernameKey', rows),
      email: await this.ownersBy('emailKey', rows),
      empUserId: await this.ownersBy('employeeId', rows),
    };
  }

  /**
   * Makes all of them, or none. One statement.
   * @returns false when somebody took one of the unique values a moment ago
   */
  async insert(rows: readonly NewUserRow[]): Promise<boolean> {
    if (rows.length === 0) return true;
    try {
      await this.users
        .createQueryBuilder()
        .insert()
        .values([...rows])
        .updateEntity(false)
        .execute();
      return true;
    } catch (cause) {
      if (asDuplicate(cause) instanceof DuplicateUserError) return false;
      throw cause;
    }
  }

  private async ownersBy(
    column: 'usernameKey' | 'emailKey' | 'employeeId',
    rows: readonly NewUserRow[],
  ): Promise<Map<string, string>> {
    if (rows.length === 0) return new Map();
    const found = await this.users.find({
      select: { id: true, [column]: true },
      where: { [column]: In(rows.map((row) => row[column])) },
    });
    return new Map(found.map((user) => [user[column], user.id]));
  }
}

/** What uniqueness compares of a row. */
export function uniqueValues({ usernameKey, emailKey, employeeId }: NewUserRow): UniqueValues {
  return { username: usernameKey, email: emailKey, empUserId: employeeId };
}
