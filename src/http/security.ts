import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Settings } from '../config/settings.js';
import { ENDPOINTS } from '../protocol/endpoints.js';
import { contentSecurityPolicy } from './content-security-policy.js';

/** Endpoints that a client on another origin may POST to; all of them do without cookies, except the first two, which only read. */
const CROSS_ORIGIN = [
  ENDPOINTS.authorize,
  ENDPOINTS.logout,
  ENDPOINTS.token,
  ENDPOINTS.revoke,
  ENDPOINTS.introspect,
  ENDPOINTS.userinfo,
  ENDPOINTS.register,
  `${ENDPOINTS.register}/:clientId`,
];

/** Security headers on every answer, and refusal of forms sent from other sites (attack A10). */
export function secureApp(app: NestFastifyApplication, settings: Settings): void {
  app.useSecurityHeaders({
    contentSecurityPolicy: false,
    strictTransportSecurity: settings.isHttps ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  });
  app.enableCsrfProtection({ exclude: CROSS_ORIGIN, trustedOrigins: [settings.issuer] });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (_request, reply) => {
      reply.header('content-security-policy', contentSecurityPolicy());
    });
}
