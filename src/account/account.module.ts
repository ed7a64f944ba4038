import { Module } from '@nestjs/common';
import { ConsentModule } from '../consent/consent.module.js';
import { SessionModule } from '../session/session.module.js';
import { TokenModule } from '../token/token.module.js';
import { UsersModule } from '../users/users.module.js';
import { AccountController } from './account.controller.js';
import { AccountService } from './account.service.js';
import { ConnectedAppsController } from './connected-apps.controller.js';
import { ConnectedAppsService } from './connected-apps.service.js';
import { HomeController } from './home.controller.js';

/** The end user's pages: home, profile and password, connected apps. Owns no table. */
@Module({
  imports: [ConsentModule, SessionModule, TokenModule, UsersModule],
  controllers: [AccountController, ConnectedAppsController, HomeController],
  providers: [AccountService, ConnectedAppsService],
})
export class AccountModule {}
