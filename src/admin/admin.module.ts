import { Module } from '@nestjs/common';
import { AddressesModule } from '../addresses/addresses.module.js';
import { ApiModule } from '../api/api.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { KeysModule } from '../keys/keys.module.js';
import { SessionModule } from '../session/session.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { StatisticsModule } from '../statistics/statistics.module.js';
import { UsersModule } from '../users/users.module.js';
import { WebhooksModule } from '../webhooks/webhooks.module.js';
import { AuditEventsController } from './audit/audit-events.controller.js';
import { ClientsController } from './clients/clients.controller.js';
import { ClientSecretsController } from './clients/client-secrets.controller.js';
import { AdminClientSecrets } from './clients/client-secrets.service.js';
import { AdminClients } from './clients/clients.service.js';
import { InvitationsController } from './invitations/invitations.controller.js';
import { AdminInvitations } from './invitations/invitations.service.js';
import { KeysController } from './keys/keys.controller.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { SettingsController } from './settings/settings.controller.js';
import { AdminSettings } from './settings/settings.service.js';
import { StatisticsController } from './statistics/statistics.controller.js';
import { UsersController } from './users/users.controller.js';
import { AdminUsers } from './users/users.service.js';
import { WebhookDeliveriesController } from './webhooks/webhook-deliveries.controller.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';
import { AdminWebhooks } from './webhooks/webhooks.service.js';

/** The resources of the admin API. Owns no table: the services that own them do the work. */
@Module({
  imports: [
    AddressesModule,
    ApiModule,
    AuditModule,
    ClientsModule,
    KeysModule,
    SessionModule,
    SettingsModule,
    StatisticsModule,
    UsersModule,
    WebhooksModule,
  ],
  controllers: [
    AuditEventsController,
    ClientsController,
    ClientSecretsController,
    InvitationsController,
    KeysController,
    SessionsController,
    SettingsController,
    StatisticsController,
    UsersController,
    WebhookDeliveriesController,
    WebhooksController,
  ],
  providers: [AdminClients, AdminClientSecrets, AdminInvitations, AdminSettings, AdminUsers, AdminWebhooks],
})
export class AdminModule {}
