import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { InteractionModule } from '../interaction/interaction.module.js';
import { SessionModule } from '../session/session.module.js';
import { TokenModule } from '../token/token.module.js';
import { ConsentAdministration } from './consent-administration.service.js';
import { ScopesModule } from '../scopes/scopes.module.js';
import { ConsentController } from './consent.controller.js';
import { Consent } from './consent.entity.js';
import { ConsentService } from './consent.service.js';

/**
 * Owns what users allowed apps (`oauth_consents`) and the page that asks them.
 * Does not own what follows from it: codes and tokens are src/token, and end there when it is taken
 * back; the order of the steps is src/authorize.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([Consent]),
    AuditModule,
    InteractionModule,
    SessionModule,
    ClientsModule,
    TokenModule,
    ScopesModule,
  ],
  controllers: [ConsentController],
  providers: [ConsentService, ConsentAdministration],
  exports: [ConsentService, ConsentAdministration],
})
export class ConsentModule {}
