import { Module } from '@nestjs/common';
import { AddressesModule } from '../addresses/addresses.module.js';
import { AppOwnersModule } from '../app-owners/app-owners.module.js';
import { ApiModule } from '../api/api.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { BulkModule } from '../bulk/bulk.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { ConsentModule } from '../consent/consent.module.js';
import { DeclarativeModule } from '../declarative/declarative.module.js';
import { ImportModule } from '../import/import.module.js';
import { KeysModule } from '../keys/keys.module.js';
import { RegistrationModule } from '../registration/registration.module.js';
import { ResourcesModule } from '../resources/resources.module.js';
import { SessionModule } from '../session/session.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { StatisticsModule } from '../statistics/statistics.module.js';
import { TokenModule } from '../token/token.module.js';
import { UsersModule } from '../users/users.module.js';
import { WebhooksModule } from '../webhooks/webhooks.module.js';
import { AuditEventsController } from './audit/audit-events.controller.js';
import { AdminBulk } from './bulk/admin-bulk.service.js';
import { BulkCallers } from './bulk/bulk-callers.service.js';
import { ClientActs } from './bulk/client-acts.service.js';
import { ClientBulkController } from './bulk/client-bulk.controller.js';
import { UserActs } from './bulk/user-acts.service.js';
import { UserBulkController } from './bulk/user-bulk.controller.js';
import { ClientsController } from './clients/clients.controller.js';
import { ClientSecretsController } from './clients/client-secrets.controller.js';
import { AdminClientSecrets } from './clients/client-secrets.service.js';
import { AdminClients } from './clients/clients.service.js';
import { ConfigurationController } from './configuration/configuration.controller.js';
import { AdminConfiguration } from './configuration/configuration.service.js';
import { InvitationsController } from './invitations/invitations.controller.js';
import { AdminInvitations } from './invitations/invitations.service.js';
import { KeysController } from './keys/keys.controller.js';
import { ResourcesController } from './resources/resources.controller.js';
import { AdminResources } from './resources/resources.service.js';
import { ScopesController } from './scopes/scopes.controller.js';
import { AdminScopes } from './scopes/scopes.service.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { SettingsController } from './settings/settings.controller.js';
import { AdminSettings } from './settings/settings.service.js';
import { StatisticsController } from './statistics/statistics.controller.js';
import { ConsentsController } from './consents/consents.controller.js';
import { GrantsController } from './grants/grants.controller.js';
import { InitialAccessTokensController } from './initial-access-tokens/initial-access-tokens.controller.js';
import { AdminInitialAccessTokens } from './initial-access-tokens/initial-access-tokens.service.js';
import { TokensController } from './tokens/tokens.controller.js';
import { AdminTokens } from './tokens/tokens.service.js';
import { UserImportsController } from './user-imports/user-imports.controller.js';
import { AdminUserImports } from './user-imports/user-imports.service.js';
import { UsersController } from './users/users.controller.js';
import { UserDeletion } from './users/user-deletion.service.js';
import { AdminUsers } from './users/users.service.js';
import { WebhookDeliveriesController } from './webhooks/webhook-deliveries.controller.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';
import { AdminWebhooks } from './webhooks/webhooks.service.js';

/** The resources of the admin API. Owns no table: the services that own them do the work. */
@Module({
  imports: [
    AddressesModule,
    ApiModule,
    AppOwnersModule,
    AuditModule,
    BulkModule,
    ClientsModule,
    ConsentModule,
    DeclarativeModule,
    RegistrationModule,
    TokenModule,
    ImportModule,
    KeysModule,
    ResourcesModule,
    SessionModule,
    SettingsModule,
    StatisticsModule,
    UsersModule,
    WebhooksModule,
  ],
  controllers: [
    AuditEventsController,
    ClientBulkController,
    ClientsController,
    ClientSecretsController,
    ConfigurationController,
    ConsentsController,
    GrantsController,
    TokensController,
    InitialAccessTokensController,
    InvitationsController,
    KeysController,
    ResourcesController,
    ScopesController,
    SessionsController,
    SettingsController,
    StatisticsController,
    UserBulkController,
    UserImportsController,
    UsersController,
    WebhookDeliveriesController,
    WebhooksController,
  ],
  providers: [
    AdminBulk,
    BulkCallers,
    ClientActs,
    UserActs,
    AdminTokens,
    AdminInitialAccessTokens,
    AdminClients,
    AdminClientSecrets,
    AdminConfiguration,
    AdminInvitations,
    AdminResources,
    AdminScopes,
    AdminSettings,
    AdminUserImports,
    AdminUsers,
    UserDeletion,
    AdminWebhooks,
  ],
})
export class AdminModule {}
