import { existsSync } from 'node:fs';
import { connect } from 'node:net';

/*
 * What this machine offers to the tests. What is missing is said aloud; under CI it is an error.
 */

const LOCAL_MARIADB = 'mariadb://root@127.0.0.1:3306';
const CHROMIUM_PATHS = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The MariaDB/MySQL server to test against, without a database name; undefined when there is none. */
export async function mariadbServer(): Promise<string | undefined> {
  const configured = process.env['TEST_DATABASE_URL'];
  if (configured) return configured;
  return (await answers(new URL(LOCAL_MARIADB)))
    ? LOCAL_MARIADB
    : missing('MariaDB', 'set TEST_DATABASE_URL or start one on 127.0.0.1:3306');
}

/** Path of a Chromium; undefined when there is none. */
export function chromiumPath(): string | undefined {
  const path = CHROMIUM_PATHS.find((candidate) => candidate !== undefined && existsSync(candidate));
  return path ?? missing('Chromium', 'install it, or set CHROMIUM_PATH');
}

function missing(what: string, fix: string): undefined {
  const text = `${what} was not found: ${fix}.`;
  if (process.env['CI']) throw new Error(`${text} In CI these tests must run.`);
  console.warn(`\n  !!  ${text} The tests that need it are SKIPPED.\n`);
  return undefined;
}

function answers({ hostname, port }: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port), timeout: 1_000 });
    const finish = (isUp: boolean) => {
      socket.destroy();
      resolve(isUp);
    };
    socket
      .once('connect', () => finish(true))
      .once('error', () => finish(false))
      .once('timeout', () => finish(false));
  });
}
