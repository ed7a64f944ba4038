import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { OutboundModule } from '../outbound/outbound.module.js';
import { PicturesModule } from '../pictures/pictures.module.js';
import { ScopesModule } from '../scopes/scopes.module.js';
import { AssertionProofs } from './assertion-proofs.js';
import { AssertionSignatures } from './assertion-signatures.js';
import { BrowserOrigins } from './browser-origins.js';
import { ClientAdministration } from './client-administration.service.js';
import { ClientAuthenticator } from './client-authenticator.js';
import { ClientLogos } from './client-logos.service.js';
import { ClientMetadataCheck } from './client-metadata-check.service.js';
import { ClientKeys } from './client-keys.service.js';
import { ClientRegistration } from './client-registration.service.js';
import { OwnedClients } from './owned-clients.service.js';
import { ClientScopes } from './client-scopes.service.js';
import { ClientSecret } from './client-secret.entity.js';
import { ClientSecretService } from './client-secret.service.js';
import { Client } from './client.entity.js';
import { ClientService } from './client.service.js';
import { OutboundFailure } from './outbound-failure.entity.js';
import { OutboundFailures } from './outbound-failures.service.js';
import { ReplayGuard } from './replay-guard.service.js';
import { SealedSecrets } from './sealed-secrets.js';
import { SecretDigests } from './secret-digests.js';
import { SecretProofs } from './secret-proofs.js';
import { SecretUsage } from './secret-usage.js';
import { StateKeys } from './state-keys.js';
import { UsedJti } from './used-jti.entity.js';

/**
 * Owns apps (`oauth_clients`) and their secrets (`oauth_client_secrets`): finding, registering, authenticating them.
 * Does not own what users allowed them (src/consent, src/token) nor the pages of their owners (src/apps).
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([Client, ClientSecret, OutboundFailure, UsedJti]),
    AuditModule,
    OutboundModule,
    PicturesModule,
    ScopesModule,
  ],
  providers: [
    BrowserOrigins,
    ClientKeys,
    ClientLogos,
    ClientMetadataCheck,
    OutboundFailures,
    ReplayGuard,
    ClientAdministration,
    ClientService,
    ClientRegistration,
    ClientScopes,
    OwnedClients,
    ClientSecretService,
    ClientAuthenticator,
    AssertionProofs,
    AssertionSignatures,
    SecretProofs,
    SealedSecrets,
    SecretDigests,
    SecretUsage,
    StateKeys,
  ],
  exports: [
    BrowserOrigins,
    ClientAdministration,
    ClientMetadataCheck,
    ClientKeys,
    OutboundFailures,
    ReplayGuard,
    ClientService,
    ClientRegistration,
    ClientScopes,
    OwnedClients,
    ClientSecretService,
    ClientAuthenticator,
    StateKeys,
  ],
})
export class ClientsModule {}
