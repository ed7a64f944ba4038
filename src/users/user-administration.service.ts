import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { PictureService } from '../pictures/picture.service.js';
import { nextVersion } from '../sql/next-version.js';
import { changedColumns, type ProfileChange } from './user-columns.js';
import { User, type UserRole, type UserStatus } from './user.entity.js';

/** What those who administer users change of one. An absent member stays. */
export interface UserChange extends Omit<ProfileChange, 'picture'> {
  readonly role?: UserRole;
  readonly status?: UserStatus;
}

const NEXT_CREDENTIALS = () => 'credentials_version + 1';

/** Changes to users by somebody else. Whether that one may is decided before (src/api). */
@Injectable()
export class UserAdministration {
  constructor(
    @InjectRepository(User) private readonly users: Repository<User>,
    private readonly pictures: PictureService,
  ) {}

  /**
   * Changes the version of the user that was read, and no other. A user who is disabled, or has another role, gets a new
   * version of their credentials: nothing that was begun before is alive, also not after they are enabled again.
   * @returns undefined when somebody changed the user, or one of the deciding columns, meanwhile
   */
  async change(user: User, change: UserChange): Promise<User | undefined> {
    const endsLogins =
      (change.status === 'disabled' && user.status !== 'disabled') ||
      (change.role !== undefined && change.role !== user.role);
    const isDone = await this.write(user, {
      ...changedColumns(change),
      ...(endsLogins && { credentialsVersion: NEXT_CREDENTIALS }),
    });
    return isDone ? ((await this.users.findOneBy({ id: user.id })) ?? undefined) : undefined;
  }

  /**
   * Closes the account of a user who is to be deleted, in the version that was read: they can do nothing any more.
   * @returns false when somebody changed the user meanwhile
   */
  close(user: User): Promise<boolean> {
    return this.write(user, { status: 'disabled', credentialsVersion: NEXT_CREDENTIALS });
  }

  /** Ends every login of the user, the password stays. @returns the new version of their credentials */
  async endLogins(user: User): Promise<number> {
    await this.users.increment({ id: user.id }, 'credentialsVersion', 1);
    return (await this.users.findOneByOrFail({ id: user.id })).credentialsVersion;
  }

  /** Deletes a user whose account was closed, with everything that hangs from them. @returns whether this call did it */
  async delete(user: User): Promise<boolean> {
    const { affected } = await this.users.delete({ id: user.id });
    if (affected === 1) await this.pictures.remove(user.picture);
    return affected === 1;
  }

  /** Guarded by the version that was read, and by the columns that decide who may do this. */
  private async write({ id, updatedAt, role, status }: User, values: QueryDeepPartialEntity<User>): Promise<boolean> {
    const { affected } = await this.users
      .createQueryBuilder()
      .update()
      .set({ ...values, updatedAt: () => nextVersion(this.users.manager) })
      .where({ id, updatedAt, role, status })
      .execute();
    return affected === 1;
  }
}
