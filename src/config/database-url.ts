import type { DatabaseSettings } from './settings.js';
import { VariableFault } from './variable-fault.js';

export const DATABASE_URL_FORMS = '`sqlite:<file>`, `mysql://…` or `mariadb://…`';

/**
 * Reads `sqlite:<file>`, `mysql://user:password@host:port/database` or the same with `mariadb://`.
 * The URL may hold a password, so no message repeats it.
 * @throws VariableFault
 */
export function parseDatabaseUrl(text: string): DatabaseSettings {
  const [scheme] = text.split(':', 1);
  if (scheme === 'sqlite') {
    const database = text.slice('sqlite:'.length);
    if (database === '') throw new VariableFault('DATABASE_URL names no file: write sqlite:./data/doorward.sqlite.');
    return { type: 'better-sqlite3', database };
  }
  if (scheme === 'mysql' || scheme === 'mariadb') return { type: scheme, url: checkServerUrl(text, scheme) };
  throw new VariableFault(
    `DATABASE_URL does not start with sqlite:, mysql:// or mariadb://: write one of ${DATABASE_URL_FORMS}.`,
  );
}

function checkServerUrl(text: string, scheme: string): string {
  const example = `${scheme}://doorward:password@127.0.0.1:3306/doorward`;
  if (!URL.canParse(text)) throw new VariableFault(`DATABASE_URL is not a URL: write it like ${example}.`);
  const url = new URL(text);
  if (!url.hostname || url.pathname.length < 2) {
    throw new VariableFault(`DATABASE_URL lacks a host or a database name: write it like ${example}.`);
  }
  return text;
}
