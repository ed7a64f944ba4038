import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { createApp } from '../../src/app.setup.js';
import { loadSettings } from '../../src/config/env.js';
import { Settings } from '../../src/config/settings.js';
import { recordedLog, recordTraffic } from './leak-scan.js';
import { createMigratedDatabase } from './migrated-database.js';
import { StatementLog } from './statement-log.js';

export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly settings: Settings;
  readonly issuer: string;
  readonly statements: StatementLog;
  readonly source: DataSource;
  close(): Promise<void>;
}

/**
 * The whole application on a database of its own, of the running project's kind, reachable through `app.inject`.
 * @param overrides settings that differ from the defaults
 * @param port listen on a real port of the loopback address too (0 = any free one); otherwise none
 */
export async function startApp(overrides: Partial<Settings> = {}, port?: number): Promise<TestApp> {
  const database = overrides.database === undefined ? await createMigratedDatabase() : undefined;
  const statements = new StatementLog();
  const base = loadSettings({
    SECRET_KEY: randomBytes(32).toString('hex'),
    LOG_LEVEL: 'debug',
    ...(port ? { PORT: String(port) } : {}),
  });
  const settings = Object.freeze(
    Object.assign(new Settings(), base, database && { database: database.settings }, overrides),
  );
  const app = await createApp(settings, {
    logDestination: recordedLog(),
    sqlLogger: statements,
    onFastify: recordTraffic,
  });
  if (port !== undefined) await app.listen(port, '127.0.0.1');
  return {
    app,
    settings,
    issuer: settings.issuer,
    statements,
    source: app.get(DataSource),
    close: async () => {
      await app.close();
      await database?.drop();
    },
  };
}
