import { type DynamicModule, Module } from '@nestjs/common';
import type { Logger as SqlLogger } from 'typeorm';
import { AccountModule } from './account/account.module.js';
import { AddressesModule } from './addresses/addresses.module.js';
import { AdminModule } from './admin/admin.module.js';
import { AppsModule } from './apps/apps.module.js';
import { AuditModule } from './audit/audit.module.js';
import { AuthorizeModule } from './authorize/authorize.module.js';
import { ConfigModule } from './config/config.module.js';
import type { Settings } from './config/settings.js';
import { ConsentModule } from './consent/consent.module.js';
import { ConsoleModule } from './console/console.module.js';
import { DatabaseModule } from './database/database.module.js';
import { DiscoveryModule } from './discovery/discovery.module.js';
import { HttpModule } from './http/http.module.js';
import { ImportModule } from './import/import.module.js';
import { KeysModule } from './keys/keys.module.js';
import { LogoutModule } from './logout/logout.module.js';
import { MailModule } from './mail/mail.module.js';
import { OperationsModule } from './operations/operations.module.js';
import { OutboxModule } from './outbox/outbox.module.js';
import { PicturesModule } from './pictures/pictures.module.js';
import { RecoveryModule } from './recovery/recovery.module.js';
import { RegistrationModule } from './registration/registration.module.js';
import { StatisticsModule } from './statistics/statistics.module.js';
import { SessionModule } from './session/session.module.js';
import { SettingsModule } from './settings/settings.module.js';
import { TokenModule } from './token/token.module.js';
import { UsersModule } from './users/users.module.js';
import { WebhooksModule } from './webhooks/webhooks.module.js';

/** Everything, in the order of the arrows. */
@Module({})
export class AppModule {
  static forSettings(settings: Settings, sqlLogger?: SqlLogger): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.forSettings(settings),
        DatabaseModule.forSettings(settings, sqlLogger),
        HttpModule,
        AuditModule,
        SettingsModule,
        KeysModule,
        OutboxModule,
        WebhooksModule,
        MailModule,
        PicturesModule,
        UsersModule,
        ImportModule,
        AddressesModule,
        StatisticsModule,
        SessionModule,
        RecoveryModule,
        ConsentModule,
        LogoutModule,
        AuthorizeModule,
        TokenModule,
        RegistrationModule,
        AppsModule,
        AccountModule,
        AdminModule,
        ConsoleModule,
        DiscoveryModule,
        OperationsModule,
      ],
    };
  }
}
