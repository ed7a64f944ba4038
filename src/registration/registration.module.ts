import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { ScopesModule } from '../scopes/scopes.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { ThrottleModule } from '../throttle/throttle.module.js';
import { ClientConfigurationController } from './client-configuration.controller.js';
import { ClientConfiguration } from './client-configuration.service.js';
import { InitialAccessToken } from './initial-access-token.entity.js';
import { InitialAccessTokens } from './initial-access-tokens.service.js';
import { RegistrationAccess } from './registration-access.service.js';
import { RegistrationQuota } from './registration-quota.service.js';
import { RegistrationController } from './registration.controller.js';
import { RegistrationService } from './registration.service.js';

/**
 * Apps that register and manage themselves (RFC 7591, RFC 7592): who may, how much, and the answers. Owns
 * `initial_access_tokens`. Does not own apps, nor the rules of their metadata: src/clients, src/protocol.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([InitialAccessToken]),
    AuditModule,
    ClientsModule,
    ScopesModule,
    SettingsModule,
    ThrottleModule,
  ],
  controllers: [RegistrationController, ClientConfigurationController],
  providers: [RegistrationService, RegistrationAccess, ClientConfiguration, InitialAccessTokens, RegistrationQuota],
  exports: [InitialAccessTokens],
})
export class RegistrationModule {}
