import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ADMIN_API } from '../protocol/admin-scope.js';
import { openApiDocument } from './openapi.js';

/** Where the OpenAPI document is. */
export const OPENAPI_PATH = `${ADMIN_API}/openapi.json`;

/** Serves the OpenAPI document. It holds nothing of the installation, so that tools can fetch it without a token. */
export function serveOpenApi(app: NestFastifyApplication, issuer: string): void {
  let json: string | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .get(OPENAPI_PATH, (_request, reply) => {
      json ??= JSON.stringify(openApiDocument(app, issuer));
      return reply.type('application/json; charset=utf-8').header('cache-control', 'public, max-age=300').send(json);
    });
}
