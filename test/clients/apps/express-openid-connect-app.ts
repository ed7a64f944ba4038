import express from 'express';
import openid from 'express-openid-connect';
import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import type { Registered } from './listening.js';

/** An Express app with Auth0's middleware as its README shows it, in code flow. */
export function expressOpenidConnectApp(url: string, registered: Registered): RequestListener {
  const { issuer, clientId, clientSecret } = registered;
  const app = express();
  app.use(
    openid.auth({
      issuerBaseURL: issuer,
      baseURL: url,
      clientID: clientId,
      clientSecret,
      secret: randomBytes(32).toString('hex'),
      authRequired: false,
      idpLogout: true,
      authorizationParams: { response_type: 'code', scope: 'openid profile email' },
    }),
  );
  app.get('/', (request, response) => void response.json(request.oidc.user ?? null));
  app.get('/userinfo', (request, response, next) => {
    request.oidc.fetchUserInfo().then((claims) => response.json(claims), next);
  });
  return app;
}
