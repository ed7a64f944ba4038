import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AddressesModule } from '../addresses/addresses.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { InteractionModule } from '../interaction/interaction.module.js';
import { MailModule } from '../mail/mail.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { StatisticsModule } from '../statistics/statistics.module.js';
import { ThrottleModule } from '../throttle/throttle.module.js';
import { UsersModule } from '../users/users.module.js';
import { InvitationController } from './invitation.controller.js';
import { InvitationService } from './invitation.service.js';
import { LoginController } from './login.controller.js';
import { LoginStepService } from './login-step.service.js';
import { LoginDevices } from './login-devices.service.js';
import { LoginService } from './login.service.js';
import { SelectAccountController } from './select-account.controller.js';
import { SessionEndings } from './session-endings.service.js';
import { Session } from './session.entity.js';
import { SessionGuard } from './session.guard.js';
import { SessionService } from './session.service.js';
import { SetupController } from './setup.controller.js';
import { SignupController } from './signup.controller.js';
import { SignupService } from './signup.service.js';

/**
 * Who is this browser: sessions (`sessions`), login, sign-up, the guard of every route, and how many attempts are borne.
 * Does not decide what a signed-in user allowed (src/consent), nor what a logout ends elsewhere (src/logout).
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([Session]),
    AddressesModule,
    AuditModule,
    ClientsModule,
    InteractionModule,
    MailModule,
    SettingsModule,
    StatisticsModule,
    ThrottleModule,
    UsersModule,
  ],
  controllers: [InvitationController, LoginController, SelectAccountController, SetupController, SignupController],
  providers: [
    InvitationService,
    LoginDevices,
    LoginService,
    LoginStepService,
    SessionEndings,
    SessionService,
    SignupService,
    { provide: APP_GUARD, useClass: SessionGuard },
  ],
  exports: [LoginStepService, SessionEndings, SessionService, ThrottleModule],
})
export class SessionModule {}
