import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { fileURLToPath } from 'node:url';
import type { DestinationStream } from 'pino';
import type { Logger as SqlLogger } from 'typeorm';
import { AppModule } from './app.module.js';
import { OpenApi } from './api/open-api.service.js';
import type { Settings } from './config/settings.js';
import { createAdapter, prepareFastify } from './http/fastify.js';
import { createLogger, NestLog } from './http/logger.js';
import { noteOrigins } from './http/origin.js';
import { speakTheReadersLanguage } from './http/request-language.js';
import { secureApp } from './http/security.js';
import { countRequests } from './statistics/count-requests.js';
import { Statistics } from './statistics/statistics.service.js';

export interface AppOptions {
  /** Where log lines go; standard output when absent. */
  readonly logDestination?: DestinationStream;
  /** Sees every SQL statement; for tests and measurements. */
  readonly sqlLogger?: SqlLogger;
  /** Adds hooks before the routes are made; for tests and measurements. */
  readonly onFastify?: (fastify: FastifyInstance) => void;
}

/** Makes the application as `main` serves it and as every test talks to it. Initialised, not yet listening. */
export async function createApp(settings: Settings, options: AppOptions = {}): Promise<NestFastifyApplication> {
  const logger = createLogger(settings.logLevel, options.logDestination);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forSettings(settings, options.sqlLogger),
    createAdapter(settings, logger),
    { bodyParser: false, logger: new NestLog(logger), abortOnError: false },
  );
  secureApp(app, settings);
  noteOrigins(app.getHttpAdapter().getInstance());
  speakTheReadersLanguage(app.getHttpAdapter().getInstance());
  await prepareFastify(app, fileURLToPath(new URL('./public', import.meta.url)));
  countRequests(app.getHttpAdapter().getInstance(), app.get(Statistics));
  options.onFastify?.(app.getHttpAdapter().getInstance());
  app.get(OpenApi).describe(app);
  app.enableShutdownHooks();
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
