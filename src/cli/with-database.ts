import { userInfo } from 'node:os';
import { type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { ConfigurationError, inspectSettings, loadSettings } from '../config/env.js';
import { Settings } from '../config/settings.js';
import { connect, requireThere } from '../database/connect.js';
import { databaseFault } from '../database/database-fault.js';
import { withOrigin } from '../http/origin.js';
import { KeyRotation } from '../keys/key-rotation.service.js';
import { sealFault } from '../start-fault.js';
import { CommandFailure } from './command-failure.js';
import { CommandModule } from './command.module.js';

export interface Services {
  get<T>(service: Type<T>): T;
}

/**
 * `read` makes and migrates nothing: whoever looks must not change what a running server works with. `write` migrates
 * where a start would, and does nothing unless SECRET_KEY opens what is sealed: what is done must be written down.
 * `rescue` writes without that, for when the key is lost.
 */
export type Access = 'read' | 'write' | 'rescue';

/** The settings of the environment, for looking only or for work. @throws CommandFailure with every fault */
export function requireSettings(load: () => Settings = loadSettings): Settings {
  try {
    return load();
  } catch (error) {
    if (error instanceof ConfigurationError) throw new CommandFailure(error.faults, undefined, { cause: error });
    throw error;
  }
}

/**
 * Runs work with the services of the server, on its database and without listening.
 * @param more modules of services that only this work needs
 * @throws CommandFailure when the configuration is faulty or the database cannot be used
 */
export async function withServices<T>(
  access: Access,
  work: (services: Services) => Promise<T>,
  more: readonly Type[] = [],
): Promise<T> {
  const settings = access === 'read' ? settingsToRead() : requireSettings();
  return explained(settings, async () => {
    if (access === 'read') requireThere(settings.database);
    const services = await NestFactory.createApplicationContext(CommandModule.forSettings(settings, more), {
      logger: false,
      abortOnError: false,
    });
    return closing(services, async () => {
      if (access === 'write') await services.get(KeyRotation).requireOpenable();
      return withOrigin({ actor: { type: 'operator', id: userInfo().username } }, () => work(services));
    });
  });
}

/** Runs work with the bare database, as it is. @throws CommandFailure like `withServices` */
export async function withDataSource<T>(settings: Settings, work: (source: DataSource) => Promise<T>): Promise<T> {
  return explained(settings, async () => {
    const source = await connect(settings.database);
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

function settingsToRead(): Settings {
  return Object.freeze(Object.assign(new Settings(), requireSettings(inspectSettings), { autoMigrate: false }));
}

async function explained<T>(settings: Settings, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const fault = sealFault(cause) ?? databaseFault(cause, settings.database);
    throw fault === undefined ? cause : new CommandFailure([fault], undefined, { cause });
  }
}
