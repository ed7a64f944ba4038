import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { ConfigModule } from '../config/config.module.js';
import type { Settings } from '../config/settings.js';
import { DatabaseModule } from '../database/database.module.js';
import { KeysModule } from '../keys/keys.module.js';
import { RegistrationModule } from '../registration/registration.module.js';
import { StatisticsModule } from '../statistics/statistics.module.js';
import { UsersModule } from '../users/users.module.js';

/** The services that commands use: the server's own, without its routes and its periodic work. */
@Module({})
export class CommandModule {
  /** @param more modules that one command needs besides */
  static forSettings(settings: Settings, more: readonly Type[] = []): DynamicModule {
    return {
      module: CommandModule,
      imports: [
        ConfigModule.forSettings(settings),
        DatabaseModule.forSettings(settings),
        AuditModule,
        UsersModule,
        ClientsModule,
        RegistrationModule,
        KeysModule,
        // It counts new users and apps as they are written down.
        StatisticsModule,
        ...more,
      ],
    };
  }
}
