import { type DynamicModule, Module } from '@nestjs/common';
import type { Logger as SqlLogger } from 'typeorm';
import { ConfigModule } from './config/config.module.js';
import type { Settings } from './config/settings.js';
import { DatabaseModule } from './database/database.module.js';
import { HttpModule } from './http/http.module.js';

/** Everything, in the order of the arrows. */
@Module({})
export class AppModule {
  static forSettings(settings: Settings, sqlLogger?: SqlLogger): DynamicModule {
    return {
      module: AppModule,
      imports: [ConfigModule.forSettings(settings), DatabaseModule.forSettings(settings, sqlLogger), HttpModule],
    };
  }
}
