import { availableParallelism } from 'node:os';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { PasswordHasher } from '../crypto/password-hash.js';
import { PicturesModule } from '../pictures/pictures.module.js';
import { EmailChange } from './email-change.entity.js';
import { EmailChanges } from './email-changes.service.js';
import { FirstAdminService } from './first-admin.service.js';
import { InvitationDirectory } from './invitation-directory.service.js';
import { Invitation } from './invitation.entity.js';
import { Invitations } from './invitations.service.js';
import { LinkEffects } from './link-effects.service.js';
import { OneTimeToken } from './one-time-token.entity.js';
import { UserAdministration } from './user-administration.service.js';
import { UserBatches } from './user-batches.service.js';
import { UserDirectory } from './user-directory.service.js';
import { UserLinks } from './user-links.service.js';
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
 * Owns people (`users`), the links that prove something about them (`one_time_tokens`), the addresses that they want
 * instead of theirs (`email_changes`), and those who are asked to become one (`invitations`). Writes no mail: that is src/addresses and src/recovery.
 * Does not own who is signed in: that is src/session.
 */
@Module({
  imports: [TypeOrmModule.forFeature([User, OneTimeToken, EmailChange, Invitation]), PicturesModule, AuditModule],
  providers: [
    UserService,
    UserDirectory,
    UserAdministration,
    UserBatches,
    FirstAdminService,
    UserLinks,
    LinkEffects,
    EmailChanges,
    InvitationDirectory,
    Invitations,
    passwordHasher,
  ],
  exports: [
    UserService,
    UserDirectory,
    UserAdministration,
    UserBatches,
    FirstAdminService,
    UserLinks,
    LinkEffects,
    EmailChanges,
    InvitationDirectory,
    Invitations,
  ],
})
export class UsersModule {}
