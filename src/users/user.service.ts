import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, type Repository } from 'typeorm';
import { v7 } from 'uuid';
import { PasswordHasher } from '../crypto/password-hash.js';
import { PictureService } from '../pictures/picture.service.js';
import type { CreateUser } from './create-user.dto.js';
import { asDuplicate, DuplicateUserError } from './duplicate-user-error.js';
import { emailKey } from './email-address.js';
import { randomEmployeeNumber } from './employee-number.js';
import { User, type UserRole } from './user.entity.js';
import { usernameKey } from './username.js';

/** Tries to find a free number for a user who brought none. */
const MAX_NUMBER_TRIES = 5;

/** Validated fields of a new user. */
export interface NewUser extends CreateUser {
  readonly role?: UserRole;
  /** The upload as it came. */
  readonly picture?: Buffer | undefined;
}

/** What a user may change about themselves. `null` empties a field; an absent one stays. */
export interface ProfileChange {
  readonly email?: string;
  readonly birthdate?: string | null;
  readonly phoneNumber?: string | null;
}

/** Owns `users`. */
@Injectable()
export class UserService {
  constructor(
    @InjectRepository(User) private readonly users: Repository<User>,
    private readonly passwords: PasswordHasher,
    private readonly pictures: PictureService,
  ) {}

  /**
   * Makes a user. Nothing is kept when it fails.
   * @throws DuplicateUserError, PictureError, PasswordQueueFullError
   */
  async register(newUser: NewUser): Promise<User> {
    const passwordHash = await this.passwords.hash(newUser.password);
    const picture = newUser.picture === undefined ? null : await this.pictures.store(newUser.picture);
    try {
      return await this.insert({ ...rowOf(newUser), passwordHash, picture }, newUser.empUserId);
    } catch (error) {
      await this.pictures.remove(picture);
      throw error;
    }
  }

  async byId(id: string): Promise<User | null> {
    return this.users.findOneBy({ id });
  }

  /** The user that a user name or an e-mail address means, with the password's hash. Disabled users too. */
  async byLogin(login: string): Promise<User | null> {
    const key =
      login.includes('@') || login.includes('＠') ? { emailKey: emailKey(login) } : { usernameKey: usernameKey(login) };
    return this.users.createQueryBuilder('user').addSelect('user.passwordHash').where(key).getOne();
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

  /**
   * Sets a new password if the current one is right.
   * @returns whether it was
   * @throws PasswordQueueFullError
   */
  async changePassword(userId: string, current: string, next: string): Promise<boolean> {
    const user = await this.users
      .createQueryBuilder('user')
      .addSelect('user.passwordHash')
      .where({ id: userId })
      .getOne();
    return user !== null && (await this.verify(user, current)) && this.replaceHash(user, next);
  }

  /**
   * Changes what a user may change. A new address is not verified.
   * @throws DuplicateUserError
   */
  async updateProfile(user: User, { email, birthdate, phoneNumber }: ProfileChange): Promise<void> {
    const isNewAddress = email !== undefined && emailKey(email) !== user.emailKey;
    const change = {
      ...(email === undefined ? {} : { email, emailKey: emailKey(email) }),
      ...(isNewAddress ? { emailVerifiedAt: null } : {}),
      ...(birthdate === undefined ? {} : { birthdate }),
      ...(phoneNumber === undefined ? {} : { phoneNumber }),
      updatedAt: new Date(),
    };
    try {
      await this.users.update({ id: user.id }, change);
    } catch (error) {
      throw asDuplicate(error);
    }
  }

  /**
   * Gives the user another picture, or none, and forgets the old one.
   * @throws PictureError
   */
  async changePicture(user: User, upload: Buffer | null): Promise<void> {
    const picture = upload === null ? null : await this.pictures.store(upload);
    const { affected } = await this.users.update(
      { id: user.id, picture: user.picture ?? IsNull() },
      { picture, updatedAt: new Date() },
    );
    // Of two changes at once one wins; the other one's picture is the one that nobody will see.
    await this.pictures.remove(affected === 1 ? user.picture : picture);
  }

  /** Users in the order of their making, newest first. */
  async list({ limit, offset = 0 }: { limit: number; offset?: number }): Promise<User[]> {
    return this.users.find({ order: { id: 'DESC' }, take: limit, skip: offset });
  }

  /** Whether some user has the role. */
  async hasRole(role: UserRole): Promise<boolean> {
    return this.users.existsBy({ role });
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
  private async replaceHash(user: User, password: string): Promise<boolean> {
    const passwordHash = await this.passwords.hash(password);
    const { affected } = await this.users.update(
      { id: user.id, passwordHash: user.passwordHash },
      { passwordHash, updatedAt: new Date() },
    );
    if (affected !== 1) return false;
    user.passwordHash = passwordHash;
    return true;
  }
}

function rowOf({
  username,
  email,
  dob,
  phone,
  role = 'user',
}: NewUser): Omit<User, 'employeeId' | 'passwordHash' | 'picture'> {
  const now = new Date();
  return {
    id: v7(),
    username,
    usernameKey: usernameKey(username),
    email,
    emailKey: emailKey(email),
    emailVerifiedAt: null,
    birthdate: dob ?? null,
    phoneNumber: phone ?? null,
    role,
    status: 'active',
    locale: null,
    createdAt: now,
    updatedAt: now,
  };
}
