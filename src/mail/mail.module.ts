import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OutboxModule } from '../outbox/outbox.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { DevMailController } from './dev-mail.controller.js';
import { LocalMail } from './local-mail.entity.js';
import { LocalMails } from './local-mails.service.js';
import { Mailer } from './mailer.service.js';
import { Notices } from './notices.service.js';
import { SmtpSender } from './smtp-sender.service.js';

/**
 * Owns how mail is written and handed over, and the mailbox of a developer's machine (`local_mails`). Does not know who
 * gets a mail or why: that is src/addresses, src/recovery and whoever has a notice to give.
 */
@Module({
  imports: [TypeOrmModule.forFeature([LocalMail]), OutboxModule, SettingsModule],
  controllers: [DevMailController],
  providers: [LocalMails, Mailer, Notices, SmtpSender],
  exports: [Mailer, Notices],
})
export class MailModule {}
