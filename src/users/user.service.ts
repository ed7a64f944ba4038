import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, type Repository } from 'typeorm';
import { AuditLog } from '../audit/audit-log.service.js';
import { PasswordHasher } from '../crypto/password-hash.js';
import { PictureService } from '../pictures/picture.service.js';
import type { CreateUser } from './create-user.dto.js';
import { asDuplicate, DuplicateUserError } from './duplicate-user-error.js';
import { randomEmployeeNumber } from './employee-number.js';
import { loginKey } from './login-key.js';
import { changedColumns, newColumns, type ProfileChange, replacedPicture } from './user-columns.js';
import { User, type UserRole } from './user.entity.js';

/** Tries to find a free number for a user who brought none. */
const MAX_NUMBER_TRIES = 5;

/** What a new user does not choose in the form's fields. */
export interface RegisterOptions {
  readonly role?: UserRole;
  /** The upload as it came. */
  readonly picture?: Buffer | undefined;
  /** What an invitation says; its link has proven the address. */
  readonly invited?: Pick<User, 'name' | 'locale'> | undefined;
}

/** Owns `users`. */
@Injectable()
export class UserService {
  constructor(
    @InjectRepository(User) private readonly users: Repository<User>,
    private readonly passwords: PasswordHasher,
    private readonly pictures: PictureService,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Makes a user from validated fields. Nothing is kept when it fails.
   * @throws DuplicateUserError, PictureError, PasswordQueueFullError
   */
  async register(
    newUser: CreateUser,
    { role = 'user', picture: upload, invited }: RegisterOptions = {},
  ): Promise<User> {
    const passwordHash = await this.passwords.hash(newUser.password);
    const picture = upload === undefined ? null : await this.pictures.store(upload);
    try {
      const columns = { ...newColumns(newUser), ...(invited && { ...invited, emailVerifiedAt: new Date() }) };
      const user = await this.insert({ ...columns, role, passwordHash, picture }, newUser.empUserId);
      await this.audit.record({ action: 'user.created', target: { type: 'user', id: user.id }, details: { role } });
      return user;
    } catch (error) {
      await this.pictures.remove(picture);
      throw error;
    }
  }

  async byId(id: string): Promise<User | null> {
    return this.users.findOneBy({ id });
  }

  /** The user with this number. */
  async byEmployeeId(employeeId: string): Promise<User | null> {
    const user = await this.users.findOneBy({ employeeId });
    // MariaDB takes `7` and `7 ` for equal (PAD SPACE).
    return user?.employeeId === employeeId ? user : null;
  }

  /** The user that a user name or an e-mail address means, with the password's hash. Disabled users too. */
  async byLogin(login: string): Promise<User | null> {
    const { column, key } = loginKey(login);
    return this.users
      .createQueryBuilder('user')
      .addSelect('user.passwordHash')
      .where({ [column]: key })
      .getOne();
  }

  /**
   * Whether this is the user's password. Without a user the same work is done for nothing, so that neither text nor
   * time tells whether the user exists (attack A39). A disabled user has no valid password.
   * @throws PasswordQueueFullError
   */
  async verify(user: User | null, password: string): Promise<boolean> {
    const isRight = await this.passwords.verify(user?.passwordHash ?? null, password);
    if (!isRight || user?.status !== 'active') return false;
    if (this.passwords.needsRehash(user.passwordHash)) await this.replaceHash(user, password);
    return true;
  }

  /** Whether this is the password of a signed-in user. @throws PasswordQueueFullError */
  async hasPassword(userId: string, password: string): Promise<boolean> {
    return this.verify(await this.withHash(userId), password);
  }

  /**
   * Sets a new password if the current one is right. From then on no session or grant that was begun under the old
   * one is alive, also one whose row is still to be written.
   * @returns the new version of the user's credentials, or undefined if the current password was wrong
   * @throws PasswordQueueFullError
   */
  async changePassword(userId: string, current: string, next: string): Promise<number | undefined> {
    const user = await this.withHash(userId);
    const isDone = await this.replacePassword(user, current, next);
    const failure = isDone === undefined ? { failure: 'wrong_password' } : {};
    await this.audit.record({ action: 'user.password_changed', target: { type: 'user', id: userId }, ...failure });
    return isDone;
  }

  /**
   * Changes what a user may change about themselves, all or nothing. An old picture is forgotten.
   * @throws PictureError
   */
  async updateProfile(user: User, change: ProfileChange): Promise<void> {
    const { picture: upload } = change;
    const picture = upload instanceof Buffer ? await this.pictures.store(upload) : null;
    const isSaved = await this.saveProfile(user, change, picture).catch(async (error: unknown) => {
      await this.pictures.remove(picture);
      throw error;
    });
    await this.pictures.remove(isSaved ? replacedPicture(user, change) : picture);
    if (isSaved) return;
    // Another tab changed the picture in between: start from what it left, so that no picture stays behind unseen.
    const now = await this.byId(user.id);
    if (now !== null) await this.updateProfile(now, change);
  }

  /** Users in the order of their making, newest first. */
  async list({ limit, offset = 0 }: { limit: number; offset?: number }): Promise<User[]> {
    return this.users.find({ order: { id: 'DESC' }, take: limit, skip: offset });
  }

  /** Whether some user has the role. */
  async hasRole(role: UserRole): Promise<boolean> {
    return this.users.existsBy({ role });
  }

  private async replacePassword(user: User | null, current: string, next: string): Promise<number | undefined> {
    if (user === null || !(await this.verify(user, current))) return undefined;
    const credentialsVersion = user.credentialsVersion + 1;
    return (await this.replaceHash(user, next, { credentialsVersion })) ? credentialsVersion : undefined;
  }

  private withHash(id: string): Promise<User | null> {
    return this.users.createQueryBuilder('user').addSelect('user.passwordHash').where({ id }).getOne();
  }

  /** A new picture takes the place of the one that was there when the work began, and of no other. */
  private async saveProfile(user: User, change: ProfileChange, picture: string | null): Promise<boolean> {
    const isOtherPicture = change.picture !== undefined;
    const { affected } = await this.users.update(
      { id: user.id, ...(isOtherPicture && { picture: user.picture ?? IsNull() }) },
      { ...changedColumns(change), ...(isOtherPicture && { picture }) },
    );
    return affected === 1;
  }

  private async insert(row: Omit<User, 'employeeId'>, employeeId: string | undefined): Promise<User> {
    for (let tries = 1; ; tries += 1) {
      const user = this.users.create({ ...row, employeeId: employeeId ?? randomEmployeeNumber() });
      try {
        await this.users.insert(user);
        return user;
      } catch (cause) {
        const error = asDuplicate(cause);
        const isOurNumberTaken =
          error instanceof DuplicateUserError && error.field === 'empUserId' && employeeId === undefined;
        if (!isOurNumberTaken || tries === MAX_NUMBER_TRIES) throw error;
      }
    }
  }

  /** Guarded by the old hash: of two changes at once one wins and the other one is told that it did not. */
  private async replaceHash(
    user: User,
    password: string,
    change: Partial<Pick<User, 'credentialsVersion'>> = {},
  ): Promise<boolean> {
    const passwordHash = await this.passwords.hash(password);
    const { affected } = await this.users.update(
      { id: user.id, passwordHash: user.passwordHash },
      { passwordHash, ...change, updatedAt: new Date() },
    );
    if (affected !== 1) return false;
    user.passwordHash = passwordHash;
    return true;
  }
}
