import express from 'express';
import session from 'express-session';
import passport from 'passport';
import OpenIDConnectStrategy from 'passport-openidconnect';
import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import type { Registered } from './listening.js';

/** The addresses that passport-openidconnect wants to be told, as the discovery document gives them. */
interface Discovered {
  readonly issuer: string;
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly userinfo_endpoint: string;
}

/** An Express app with Passport as its README shows it. It has no PKCE, so its client is exempt. */
export async function passportApp(
  url: string,
  { issuer, clientId, clientSecret }: Registered,
): Promise<RequestListener> {
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`);
  const provider = (await answer.json()) as Discovered;
  const app = express();
  const authenticator = new passport.Passport();
  authenticator.use(
    new OpenIDConnectStrategy(
      {
        issuer: provider.issuer,
        authorizationURL: provider.authorization_endpoint,
        tokenURL: provider.token_endpoint,
        userInfoURL: provider.userinfo_endpoint,
        clientID: clientId,
        clientSecret,
        callbackURL: `${url}/callback`,
        scope: 'profile email',
        // Its types say string; its code takes any value that is not false for "make one".
        nonce: 'yes',
        skipUserProfile: false,
      },
      (_issuer: string, profile: object, done: (error: null, user: object) => void) => done(null, profile),
    ),
  );
  authenticator.serializeUser((user, done) => done(null, user));
  authenticator.deserializeUser((user: object, done) => done(null, user));
  app.use(session({ secret: randomBytes(16).toString('hex'), resave: false, saveUninitialized: false }));
  app.use(authenticator.session());
  app.get('/login', authenticator.authenticate('openidconnect'));
  app.get('/callback', authenticator.authenticate('openidconnect', { successRedirect: '/me' }));
  app.get('/me', (request, response) => void response.json(request.user ?? null));
  return app;
}
