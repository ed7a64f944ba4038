import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Logger } from 'typeorm';
import type { Settings } from '../config/settings.js';
import { migrate } from './migrate.js';
import { createDataSource, dataSourceOptions } from './options.js';

/** Connects to the database and, where the settings say so, brings its schema up to date first. */
@Module({})
export class DatabaseModule {
  static forSettings(settings: Settings, logger?: Logger): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ ...dataSourceOptions(settings.database, logger), toRetry: () => false }),
          dataSourceFactory: async () => {
            const source = await createDataSource(settings.database, logger).initialize();
            if (settings.autoMigrate) await migrate(source);
            return source;
          },
        }),
      ],
    };
  }
}
