import { Module } from '@nestjs/common';
import { AddressesModule } from '../addresses/addresses.module.js';
import { MailModule } from '../mail/mail.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { SessionModule } from '../session/session.module.js';
import { UsersModule } from '../users/users.module.js';
import { ForgotPasswordController } from './forgot-password.controller.js';
import { PasswordRecovery } from './password-recovery.service.js';
import { PasswordReset } from './password-reset.service.js';
import { ResetPasswordController } from './reset-password.controller.js';

/** How people who lost their password get a new one. Owns no table: the links belong to src/users. */
@Module({
  imports: [AddressesModule, MailModule, OutboxModule, SessionModule, UsersModule],
  controllers: [ForgotPasswordController, ResetPasswordController],
  providers: [PasswordRecovery, PasswordReset],
})
export class RecoveryModule {}
