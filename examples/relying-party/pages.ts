import type { IDToken, UserInfoResponse } from 'openid-client';
import { type Html, html } from './html.ts';
import type { Session } from './sessions.ts';

const APP = 'Acme Photos';

/** Who is not signed in sees the button. */
export function welcomePage(notice?: string): Html {
  return page(
    'Welcome',
    html`${notice === undefined ? undefined : html`<p class="notice" role="status">${notice}</p>`}
      <h1>Your photos, in one place</h1>
      <p class="lead">Sign in and see what this app learns about you. You decide what that is.</p>
      <p><a class="button" href="/authLogin">Login with Doorward</a></p>`,
  );
}

/** What the server told the app, and nothing more. */
export function profilePage({ user, signIn, scope, refreshToken }: Session, issuer: URL): Html {
  const name = textClaim(user, 'preferred_username') ?? textClaim(user, 'name') ?? 'friend';
  return page(
    'Your profile',
    html`<header class="person">
        ${pictureOf(user, issuer)}
        <div>
          <h1>Hello, ${name}</h1>
          <p class="lead">You are signed in to ${APP}.</p>
        </div>
      </header>
      <dl>
        ${rows(user)}
        <div>
          <dt>Allowed</dt>
          <dd>${scope}</dd>
        </div>
        <div>
          <dt>Your id here</dt>
          <dd><code>${user.sub}</code></dd>
        </div>
      </dl>
      <h2>What the ID token says</h2>
      <p class="small">Signed by the server, checked by this app: signature, issuer, audience, times and nonce.</p>
      <dl>${idTokenRows(signIn)}</dl>
      <div class="actions">
        <form method="post" action="/refresh"><button>Load my data again</button></form>
        <form method="post" action="/logout"><button class="quiet">Log out</button></form>
      </div>
      <p class="small">
        ${refreshToken === undefined ? 'For an hour' : 'Until you end it'}, ${APP} may look at this.
        <a href="${new URL('/account/apps', issuer).href}">See what you allowed</a>
      </p>`,
  );
}

/** After the app's own session has ended. */
export function goodbyePage(issuer: URL): Html {
  return page(
    'Logged out',
    html`<h1>You are logged out here</h1>
      <p class="lead">
        This app has forgotten you and given its tokens back. You may still be signed in at ${issuer.host}.
      </p>
      <p><a class="button" href="/">Back to the start</a></p>
      <p class="small"><a href="${new URL('/logout', issuer).href}">Log out at ${issuer.host} too</a></p>`,
  );
}

/** Something did not work; trying again often helps. */
export function faultPage(title: string, sentence: string): Html {
  return page(
    title,
    html`<h1>${title}</h1>
      <p class="lead">${sentence}</p>
      <p><a class="button" href="/authLogin">Try again</a></p>
      <p class="small"><a href="/">Back to the start</a></p>`,
  );
}

function page(title: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} – ${APP}</title>
        <link rel="stylesheet" href="/style.css" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      </head>
      <body>
        <main>
          <p class="brand"><img src="/icon.svg" alt="" width="32" height="32" />${APP}</p>
          ${content}
        </main>
      </body>
    </html> `;
}

/** Only pictures of the server that we trust: the content security policy blocks any other. */
function pictureOf(user: UserInfoResponse, issuer: URL): Html {
  const picture = textClaim(user, 'picture');
  if (picture === undefined || !URL.canParse(picture) || new URL(picture).origin !== issuer.origin) {
    return html`<span class="picture" aria-hidden="true"
      >${(textClaim(user, 'preferred_username') ?? '?').slice(0, 1)}</span
    >`;
  }
  return html`<img class="picture" src="${picture}" alt="Your picture" width="80" height="80" />`;
}

function rows(user: UserInfoResponse): Html[] {
  const claims: [string, string][] = [
    ['User name', 'preferred_username'],
    ['E-mail', 'email'],
    ['Phone', 'phone_number'],
    ['Date of birth', 'birthdate'],
  ];
  return claims.flatMap(([label, claim]) => {
    const value = textClaim(user, claim);
    return value === undefined
      ? []
      : [
          html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
        ];
  });
}

/** Every claim as it came, times readable. */
function idTokenRows(claims: IDToken): Html[] {
  return Object.entries(claims).map(([name, value]) => {
    const isTime = typeof value === 'number' && ['exp', 'iat', 'auth_time'].includes(name);
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return html`<div>
      <dt><code>${name}</code></dt>
      <dd><code>${isTime ? new Date(value * 1000).toISOString() : text}</code></dd>
    </div>`;
  });
}

function textClaim(user: UserInfoResponse, name: string): string | undefined {
  const value = user[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
