import { Module } from '@nestjs/common';
import { MailModule } from '../mail/mail.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { UsersModule } from '../users/users.module.js';
import { EmailChangeRequests } from './email-change-requests.service.js';
import { EmailVerification } from './email-verification.service.js';
import { InvitationMails } from './invitation-mails.service.js';
import { ResetLinks } from './reset-links.service.js';

/**
 * Which e-mail address is whose: mails that ask for a proof, and what becomes of the answers. Owns no table: the links
 * belong to src/users; the pages on which they are followed belong to src/account.
 */
@Module({
  imports: [MailModule, SettingsModule, UsersModule],
  providers: [EmailChangeRequests, EmailVerification, InvitationMails, ResetLinks],
  exports: [EmailChangeRequests, EmailVerification, InvitationMails, ResetLinks],
})
export class AddressesModule {}
