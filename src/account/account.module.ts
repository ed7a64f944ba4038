import { Module } from '@nestjs/common';
import { AddressesModule } from '../addresses/addresses.module.js';
import { ConsentModule } from '../consent/consent.module.js';
import { MailModule } from '../mail/mail.module.js';
import { ScopesModule } from '../scopes/scopes.module.js';
import { SessionModule } from '../session/session.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { TokenModule } from '../token/token.module.js';
import { UsersModule } from '../users/users.module.js';
import { AccountController } from './account.controller.js';
import { AccountService } from './account.service.js';
import { ConnectedAppsController } from './connected-apps.controller.js';
import { ConnectedAppsService } from './connected-apps.service.js';
import { EmailChangeController } from './email-change.controller.js';
import { EmailController } from './email.controller.js';
import { HomeController } from './home.controller.js';
import { OwnEmail } from './own-email.service.js';
import { VerifyEmailController } from './verify-email.controller.js';

/** The end user's pages: home, profile and password, connected apps. Owns no table. */
@Module({
  imports: [
    AddressesModule,
    ConsentModule,
    MailModule,
    ScopesModule,
    SessionModule,
    SettingsModule,
    TokenModule,
    UsersModule,
  ],
  controllers: [
    AccountController,
    ConnectedAppsController,
    EmailChangeController,
    EmailController,
    HomeController,
    VerifyEmailController,
  ],
  providers: [AccountService, ConnectedAppsService, OwnEmail],
})
export class AccountModule {}
