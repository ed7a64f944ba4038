import { Module } from '@nestjs/common';
import { MailModule } from '../mail/mail.module.js';
import { UsersModule } from '../users/users.module.js';
import { AppOwners } from './app-owners.service.js';

/** What owners of apps are told. Owns no table: apps belong to src/clients, people to src/users. */
@Module({
  imports: [MailModule, UsersModule],
  providers: [AppOwners],
  exports: [AppOwners],
})
export class AppOwnersModule {}
