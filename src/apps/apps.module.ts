import { Module } from '@nestjs/common';
import { AppOwnersModule } from '../app-owners/app-owners.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { ConsentModule } from '../consent/consent.module.js';
import { ScopesModule } from '../scopes/scopes.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { AppDeleteController } from './app-delete.controller.js';
import { AppEditController } from './app-edit.controller.js';
import { AppListController } from './app-list.controller.js';
import { AppPolicy } from './app-policy.js';
import { AppRegistrationController } from './app-registration.controller.js';
import { AppSecretController } from './app-secret.controller.js';
import { AppController } from './app.controller.js';
import { OwnApps } from './own-apps.js';
import { ScopeChoices } from './scope-choices.service.js';
import { RedirectUriLintController } from './redirect-uri-lint.controller.js';

/** The pages on which app owners register and manage their apps. Owns no table: apps belong to src/clients. */
@Module({
  imports: [AppOwnersModule, ClientsModule, ConsentModule, ScopesModule, SettingsModule],
  controllers: [
    AppListController,
    AppRegistrationController,
    RedirectUriLintController,
    AppController,
    AppEditController,
    AppSecretController,
    AppDeleteController,
  ],
  providers: [OwnApps, AppPolicy, ScopeChoices],
})
export class AppsModule {}
