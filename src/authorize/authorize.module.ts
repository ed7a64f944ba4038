import { Module } from '@nestjs/common';
import { ClientsModule } from '../clients/clients.module.js';
import { ConsentModule } from '../consent/consent.module.js';
import { InteractionModule } from '../interaction/interaction.module.js';
import { KeysModule } from '../keys/keys.module.js';
import { LogoutModule } from '../logout/logout.module.js';
import { OutboundModule } from '../outbound/outbound.module.js';
import { SessionModule } from '../session/session.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { TokenModule } from '../token/token.module.js';
import { ScopesModule } from '../scopes/scopes.module.js';
import { AuthorizationIntake } from './authorization-intake.service.js';
import { AuthorizeController } from './authorize.controller.js';
import { CodeIssuer } from './code-issuer.service.js';
import { Dispatcher } from './dispatcher.service.js';
import { IdTokenHints } from './id-token-hints.service.js';
import { RequestObjects } from './request-objects.service.js';
import { RequestUris } from './request-uris.service.js';
import { Visitors } from './visitors.service.js';
import { WaitingRequests } from './waiting-requests.service.js';

/**
 * Owns the authorization endpoint and the order of its steps. Owns no table and no step: they are src/interaction,
 * src/session, src/consent and src/token.
 */
@Module({
  imports: [
    ClientsModule,
    KeysModule,
    OutboundModule,
    InteractionModule,
    SessionModule,
    SettingsModule,
    ConsentModule,
    TokenModule,
    LogoutModule,
    ScopesModule,
  ],
  controllers: [AuthorizeController],
  providers: [
    AuthorizationIntake,
    CodeIssuer,
    Dispatcher,
    IdTokenHints,
    RequestObjects,
    RequestUris,
    Visitors,
    WaitingRequests,
  ],
})
export class AuthorizeModule {}
