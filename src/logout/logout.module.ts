import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClientsModule } from '../clients/clients.module.js';
import { KeysModule } from '../keys/keys.module.js';
import { OutboundModule } from '../outbound/outbound.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { SessionModule } from '../session/session.module.js';
import { TokenModule } from '../token/token.module.js';
import { BackChannel } from './back-channel.service.js';
import { FrontChannel } from './front-channel.service.js';
import { LogoutController } from './logout.controller.js';
import { LogoutEffects } from './logout-effects.service.js';
import { LogoutIntake } from './logout-intake.service.js';
import { LogoutSteps } from './logout-steps.service.js';
import { LogoutTickets } from './logout-tickets.service.js';
import { LogoutTokens } from './logout-tokens.service.js';
import { SessionCheckController } from './session-check.controller.js';
import { SessionClient } from './session-client.entity.js';
import { SessionClients } from './session-clients.service.js';
import { SessionStates } from './session-states.service.js';

/**
 * Owns the end of a session: the end session endpoint, which apps must hear of it (`session_clients`), how they do, and
 * what they may ask meanwhile. Does not own the session itself (src/session) nor the way of a message (src/outbox).
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([SessionClient]),
    ClientsModule,
    KeysModule,
    OutboundModule,
    OutboxModule,
    SessionModule,
    TokenModule,
  ],
  controllers: [LogoutController, SessionCheckController],
  providers: [
    BackChannel,
    FrontChannel,
    LogoutEffects,
    LogoutIntake,
    LogoutSteps,
    LogoutTickets,
    LogoutTokens,
    SessionClients,
    SessionStates,
  ],
  exports: [SessionClients, SessionStates],
})
export class LogoutModule {}
