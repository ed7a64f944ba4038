import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Logger } from 'typeorm';
import type { Settings } from '../config/settings.js';
import { connect, kept, requireUpToDate } from './connect.js';
import { migrate } from './migrate.js';
import { dataSourceOptions } from './options.js';

/** Connects to the database and, where the settings say so, brings its schema up to date first. Refuses any other. */
@Module({})
export class DatabaseModule {
  static forSettings(settings: Settings, logger?: Logger): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ ...dataSourceOptions(settings.database, logger), toRetry: () => false }),
          dataSourceFactory: async () => {
            const source = await connect(settings.database, logger);
            return kept(source, async () => {
              if (settings.autoMigrate) await migrate(source);
              await requireUpToDate(source);
            });
          },
        }),
      ],
    };
  }
}
