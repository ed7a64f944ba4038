import { Module } from '@nestjs/common';
import { MailModule } from '../mail/mail.module.js';
import { UsersModule } from '../users/users.module.js';
import { EmailChangeRequests } from './email-change-requests.service.js';
import { EmailVerification } from './email-verification.service.js';

/**
 * Which e-mail address is whose: mails that ask for a proof, and what becomes of the answers. Owns no table: the links
 * belong to src/users; the pages on which they are followed belong to src/account.
 */
@Module({
  imports: [MailModule, UsersModule],
  providers: [EmailChangeRequests, EmailVerification],
  exports: [EmailChangeRequests, EmailVerification],
})
export class AddressesModule {}
