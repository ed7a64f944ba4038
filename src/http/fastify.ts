import fastifyMultipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import type { Logger } from 'pino';
import type { Settings } from '../config/settings.js';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ApiMethods } from './api-methods.js';
import { isApiPath } from './api-path.js';
import { JsonBody } from './json-body.js';
import { jsonLimit, takesJson } from './json-endpoints.js';
import { refuseAmbiguousRequests } from './request-shape.js';

const KIB = 1024;
const FORM_LIMIT = 64 * KIB;
const UPLOAD_LIMIT = 5 * KIB * KIB;
const MAX_HEADERS = 16 * KIB;

/** Their addresses carry a version, so browsers may keep them for ever. */
const ASSETS = { index: false, immutable: true, maxAge: '365d', cacheControl: true } as const;

/** The base stylesheet comes from its package as it is; src/public/base.css imports it. */
const picoDirectory = dirname(fileURLToPath(import.meta.resolve('@picocss/pico/css/pico.fluid.classless.min.css')));

/** A character set that is named, and is not UTF-8. */
const OTHER_CHARSET = /;\s*charset\s*=\s*"?(?!utf-?8"?\s*(?:;|$))/i;

/** Slow clients must not hold sockets for ever (milliseconds; reference/faults F20 measured the defaults as "never"). */
const TIMEOUTS = { request: 10_000, headers: 5_000, check: 1_000, keepAlive: 65_000 };

/** The HTTP server with its limits. Behind it, only listed proxies are believed. */
export function createAdapter(settings: Settings, logger: Logger): FastifyAdapter {
  return new FastifyAdapter({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    bodyLimit: FORM_LIMIT,
    requestTimeout: TIMEOUTS.request,
    keepAliveTimeout: TIMEOUTS.keepAlive,
    // A longer path is refused with the headers; the router's own refusal would be an answer of another shape.
    routerOptions: { maxParamLength: MAX_HEADERS },
    http: { headersTimeout: TIMEOUTS.headers, connectionsCheckingInterval: TIMEOUTS.check, maxHeaderSize: MAX_HEADERS },
  });
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Of the routes of the admin API. */
    apiMethods: ApiMethods;
  }
}

/** Parsers, static files and hooks. Forms stay the raw string: each endpoint parses them under its own rules. */
export async function prepareFastify(app: NestFastifyApplication, publicDirectory: string): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const apiMethods = new ApiMethods();
  fastify.decorate('apiMethods', apiMethods);
  fastify.addHook('onRoute', (route) => {
    if (isApiPath(route.path)) apiMethods.add(route.path, route.method);
    const bodyLimit = jsonLimit(route.path);
    if (bodyLimit !== undefined) route.bodyLimit = bodyLimit;
  });
  // Fastify's own parsers would let text/plain pass for a form, which any site may send without a preflight.
  fastify.removeAllContentTypeParsers();
  app.useBodyParser('application/x-www-form-urlencoded', { bodyLimit: FORM_LIMIT }, (_request, body, done) => {
    try {
      done(null, utf8(body));
    } catch (error) {
      done(error as Error);
    }
  });
  app.useBodyParser('application/json', { bodyLimit: FORM_LIMIT }, (request, body, done) => {
    try {
      done(null, jsonBody(request, body));
    } catch (error) {
      done(error as Error);
    }
  });
  await app.register(fastifyMultipart, {
    limits: { fileSize: UPLOAD_LIMIT, files: 1, fields: 100, fieldSize: 16 * KIB, headerPairs: 50 },
  });
  await app.register(fastifyStatic, { ...ASSETS, root: publicDirectory, prefix: '/assets/' });
  await app.register(fastifyStatic, { ...ASSETS, root: picoDirectory, prefix: '/assets/pico/', decorateReply: false });
  refuseAmbiguousRequests(fastify);
  fastify.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  fastify.addHook('onResponse', async (request, reply) => {
    const { method, url, ip } = request;
    const [path] = url.split('?', 1);
    request.log.info({ method, path, status: reply.statusCode, ms: Math.round(reply.elapsedTime), ip }, 'request');
  });
}

type RawRequest = Pick<IncomingMessage, 'url' | 'headers'>;

/** @throws Error with status 415 where no JSON is taken, or it is said to be in something else than UTF-8 (RFC 8259 §8.1) */
function jsonBody({ url = '', headers }: RawRequest, body: Buffer): JsonBody {
  const [path = ''] = url.split('?', 1);
  if (takesJson(path) && !OTHER_CHARSET.test(headers['content-type'] ?? '')) return new JsonBody(utf8(body));
  throw Object.assign(new Error('this endpoint takes no such JSON'), { statusCode: 415 });
}

/** @throws Error with status 400 */
function utf8(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch (cause) {
    throw Object.assign(new Error('the body is not UTF-8', { cause }), { statusCode: 400 });
  }
}
