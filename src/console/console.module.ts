import { Module } from '@nestjs/common';
import { ApiModule } from '../api/api.module.js';
import { ConsoleAppController } from './apps/app.controller.js';
import { ConsoleAppFormController } from './apps/app-form.controller.js';
import { ConsoleAppListController } from './apps/app-list.controller.js';
import { ConsoleAppSecretsController } from './apps/app-secrets.controller.js';
import { AuditController } from './audit/audit.controller.js';
import { ActsController } from './acts/acts.controller.js';
import { ConsoleActs } from './acts/console-acts.service.js';
import { BulkController } from './bulk/bulk.controller.js';
import { ConsoleApi } from './console-api.service.js';
import { ConsolePages } from './console-pages.service.js';
import { ChartsController } from './dashboard/charts.controller.js';
import { DashboardController } from './dashboard/dashboard.controller.js';
import { ConsoleInitialAccessTokensController } from './initial-access-tokens/initial-access-tokens.controller.js';
import { ConsoleConsentsController } from './issued/consents.controller.js';
import { ConsoleGrantsController } from './issued/grants.controller.js';
import { TokenRevocationController } from './issued/token-revocation.controller.js';
import { ConsoleTokensController } from './issued/tokens.controller.js';
import { ImportFormController } from './imports/import-form.controller.js';
import { ImportListController } from './imports/import-list.controller.js';
import { ImportController } from './imports/import.controller.js';
import { ConsoleInvitationsController } from './invitations/invitations.controller.js';
import { ConsoleKeysController } from './keys/keys.controller.js';
import { ResourceListController } from './resources/resource-list.controller.js';
import { ResourceController } from './resources/resource.controller.js';
import { ScopeActsController } from './scopes/scope-acts.controller.js';
import { ScopeListController } from './scopes/scope-list.controller.js';
import { ScopeController } from './scopes/scope.controller.js';
import { ConsoleSessionsController } from './sessions/sessions.controller.js';
import { ConsoleSettingsController } from './settings/settings.controller.js';
import { UserFormController } from './users/user-form.controller.js';
import { UserListController } from './users/user-list.controller.js';
import { UserController } from './users/user.controller.js';
import { ConsoleDeliveriesController } from './webhooks/webhook-deliveries.controller.js';
import { WebhookFormController } from './webhooks/webhook-form.controller.js';
import { WebhookListController } from './webhooks/webhook-list.controller.js';
import { WebhookSecretController } from './webhooks/webhook-secret.controller.js';
import { WebhookController } from './webhooks/webhook.controller.js';

/** The pages of admins, `/admin`. Owns nothing and knows no service: all that it shows and does goes through the admin API. */
@Module({
  imports: [ApiModule],
  controllers: [
    DashboardController,
    ChartsController,
    UserListController,
    UserFormController,
    UserController,
    ConsoleAppListController,
    ConsoleAppFormController,
    ConsoleAppController,
    ConsoleAppSecretsController,
    ImportListController,
    ImportFormController,
    ImportController,
    ConsoleInvitationsController,
    BulkController,
    ConsoleSessionsController,
    ConsoleConsentsController,
    ConsoleGrantsController,
    ConsoleTokensController,
    TokenRevocationController,
    ConsoleInitialAccessTokensController,
    ScopeListController,
    ScopeController,
    ScopeActsController,
    ResourceListController,
    ResourceController,
    ConsoleKeysController,
    AuditController,
    ConsoleSettingsController,
    WebhookListController,
    WebhookFormController,
    ConsoleDeliveriesController,
    WebhookSecretController,
    WebhookController,
    ActsController,
  ],
  providers: [ConsoleActs, ConsoleApi, ConsolePages],
})
export class ConsoleModule {}
