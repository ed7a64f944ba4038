import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Children, isTaken } from './children.ts';
import { type Credentials, prepareCredentials } from './credentials.ts';
import { createDatabaseIfMissing } from './database.ts';
import { DemoFailure } from './failure.ts';
import { type DemoSettings, readSettings, ROOT } from './settings.ts';

/*
 * `npm run demo`: the server and an example app beside it, with a user and a registration of their own.
 */

const children = new Children();

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  await check(settings);
  await createDatabaseIfMissing(settings.databaseUrl);
  const credentials = await prepareCredentials(settings);
  await children.start('The server', [join(ROOT, 'dist/main.js')], settings.serverEnvironment, 'Doorward is ready');
  await children.start(
    'The example app',
    [join(ROOT, 'examples/relying-party/main.ts')],
    appEnvironment(settings, credentials),
    'Acme Photos is at',
  );
  console.log(summary(settings, credentials));
}

/** @throws DemoFailure */
async function check({ port, appPort }: DemoSettings): Promise<void> {
  if (!existsSync(join(ROOT, 'dist/main.js'))) throw new DemoFailure("The server is not built: run 'npm run build'.");
  if (await isTaken(port)) {
    throw new DemoFailure(`Port ${port} is taken by another program: stop it, or run 'PORT=${port + 1} npm run demo'.`);
  }
  if (await isTaken(appPort)) {
    throw new DemoFailure(
      `Port ${appPort} is taken by another program: stop it, or run 'APP_PORT=${appPort + 1} npm run demo'.`,
    );
  }
}

/** Nothing of the server's own environment: the app has no business with its keys. */
function appEnvironment(settings: DemoSettings, { client }: Credentials): NodeJS.ProcessEnv {
  return {
    PORT: String(settings.appPort),
    BASE_URL: settings.appUrl,
    ISSUER: settings.issuer,
    CLIENT_ID: client.client_id,
    CLIENT_SECRET: client.client_secret,
    AUTH_METHOD: client.token_endpoint_auth_method,
    STATE_KEY: client.state_key,
  };
}

function summary(settings: DemoSettings, { user }: Credentials): string {
  return `
  The demo is ready. Open the example app and press "Login with Doorward".

  Example app   ${settings.appUrl}
  Doorward      ${settings.issuer}
  User name     ${user.username}
  Password      ${user.password}
  Mail          ${mailPlace(settings)}

  Everything is kept in ${placeOf(settings.directory)}; delete it to begin anew. Ctrl-C ends the demo.
`;
}

/** Where the mails of the server are seen. */
function mailPlace({ issuer, serverEnvironment }: DemoSettings): string {
  if (serverEnvironment['SMTP_URL']) return 'sent through the server in SMTP_URL';
  return issuer.startsWith('http:') ? `${issuer}/dev/mail` : 'none is sent: SMTP_URL is not set';
}

function placeOf(directory: string): string {
  const path = relative(process.cwd(), directory);
  return path.startsWith('..') ? directory : `./${path}`;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof DemoFailure)) throw error;
  children.stop();
  // Whoever stops the demo while it starts needs no explanation.
  if (!children.isStopping) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
