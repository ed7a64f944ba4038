import { availableParallelism } from 'node:os';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PasswordHasher } from '../crypto/password-hash.js';
import { PicturesModule } from '../pictures/pictures.module.js';
import { FirstAdminService } from './first-admin.service.js';
import { OneTimeToken } from './one-time-token.entity.js';
import { User } from './user.entity.js';
import { UserService } from './user.service.js';

/** A hash takes about 15 ms of one core: a full queue is worked off in about a second. */
const MAX_WAITING_HASHES = 64;

/** The one queue of password hashes of this process: as many at once as there are cores, each 19 MiB. */
const passwordHasher = {
  provide: PasswordHasher,
  useFactory: () => new PasswordHasher({ concurrency: availableParallelism(), maxQueue: MAX_WAITING_HASHES }),
};

/**
 * Owns people (`users`) and the one-time link of the first owner (`one_time_tokens`).
 * Does not own who is signed in: that is src/session.
 */
@Module({
  imports: [TypeOrmModule.forFeature([User, OneTimeToken]), PicturesModule],
  providers: [UserService, FirstAdminService, passwordHasher],
  exports: [UserService, FirstAdminService],
})
export class UsersModule {}
