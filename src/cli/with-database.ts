import { userInfo } from 'node:os';
import { type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { ConfigurationError, loadSettings } from '../config/env.js';
import type { Settings } from '../config/settings.js';
import { databaseFault } from '../database/database-fault.js';
import { migrationStatus } from '../database/migration-status.js';
import { createDataSource } from '../database/options.js';
import { withOrigin } from '../http/origin.js';
import { CommandFailure } from './command-failure.js';
import { CommandModule } from './command.module.js';

export interface Services {
  get<T>(service: Type<T>): T;
}

/** The settings of the environment. @throws CommandFailure with every fault */
export function requireSettings(): Settings {
  try {
    return loadSettings();
  } catch (error) {
    if (error instanceof ConfigurationError) throw new CommandFailure(error.faults, undefined, { cause: error });
    throw error;
  }
}

/**
 * Runs work with the services of the server, on its database and without listening. Pending migrations run first,
 * where the settings let a start of the server run them.
 * @param more modules of services that only this work needs
 * @throws CommandFailure when the configuration is faulty or the database cannot be used
 */
export async function withServices<T>(
  work: (services: Services) => Promise<T>,
  more: readonly Type[] = [],
): Promise<T> {
  const settings = requireSettings();
  return explained(settings, async () => {
    const services = await NestFactory.createApplicationContext(CommandModule.forSettings(settings, more), {
      logger: false,
      abortOnError: false,
    });
    return closing(services, async () => {
      await requireMigrated(services.get(DataSource));
      return withOrigin({ actor: { type: 'operator', id: userInfo().username } }, () => work(services));
    });
  });
}

/** Runs work with the bare database, as it is. @throws CommandFailure like `withServices` */
export async function withDataSource<T>(settings: Settings, work: (source: DataSource) => Promise<T>): Promise<T> {
  return explained(settings, async () => {
    const source = await createDataSource(settings.database).initialize();
    try {
      return await work(source);
    } finally {
      await source.destroy();
    }
  });
}

async function closing<T>(services: INestApplicationContext, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await services.close();
  }
}

async function requireMigrated(source: DataSource): Promise<void> {
  const isBehind = (await migrationStatus(source)).some(({ state }) => state === 'pending');
  if (isBehind) throw new CommandFailure(["The database is not up to date: run 'doorward migrate'."]);
}

async function explained<T>(settings: Settings, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const fault = databaseFault(cause, settings.database);
    throw fault === undefined ? cause : new CommandFailure([fault], undefined, { cause });
  }
}
