import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClientsModule } from '../clients/clients.module.js';
import { InteractionModule } from '../interaction/interaction.module.js';
import { UsersModule } from '../users/users.module.js';
import { LoginController } from './login.controller.js';
import { LoginStepService } from './login-step.service.js';
import { LoginService } from './login.service.js';
import { LogoutController } from './logout.controller.js';
import { SelectAccountController } from './select-account.controller.js';
import { Session } from './session.entity.js';
import { SessionGuard } from './session.guard.js';
import { SessionService } from './session.service.js';
import { SetupController } from './setup.controller.js';
import { SignupController } from './signup.controller.js';
import { SignupService } from './signup.service.js';
import { Throttle } from './throttle.entity.js';
import { ThrottleService } from './throttle.service.js';

/**
 * Who is this browser: sessions (`sessions`), login, sign-up, logout, the guard of every route, and the counters of
 * attempts (`throttles`). Does not decide what a signed-in user allowed: that is src/consent.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Session, Throttle]), ClientsModule, InteractionModule, UsersModule],
  controllers: [LoginController, LogoutController, SelectAccountController, SetupController, SignupController],
  providers: [
    LoginService,
    LoginStepService,
    SessionService,
    SignupService,
    ThrottleService,
    { provide: APP_GUARD, useClass: SessionGuard },
  ],
  exports: [SessionService, ThrottleService],
})
export class SessionModule {}
