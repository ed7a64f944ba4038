import type { Client } from '../clients/client.entity.js';
import type { ClientSecret } from '../clients/client-secret.entity.js';
import { publicClient } from './client-answer.js';
import { printJson, printLines, printTable, styled } from './output.js';
import { requireClient } from './require-client.js';
import { printable } from './table.js';
import { timeText } from './time-text.js';
import { withServices } from './with-database.js';

export interface ShowClientOptions {
  readonly json?: true;
}

/**
 * `doorward client show`: one app with everything that it is registered for, and what is known of its secrets.
 * @throws CommandFailure
 */
export async function showClient(clientId: string, { json }: ShowClientOptions): Promise<void> {
  const client = await withServices('read', (services) => requireClient(services, clientId));
  const secrets = (client.secrets ?? []).toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  if (json)
    return printJson({ ...publicClient(client), secrets: secrets.map((secret) => secretAnswer(client, secret)) });
  const members = { ...publicClient(client), client_id_issued_at: timeText(client.createdAt) };
  const rows = Object.entries(members).map(([name, value]) => `  ${name.padEnd(28)} ${shown(value)}`);
  printLines(styled('bold', printable(client.clientName)), '', ...rows);
  if (secrets.length === 0) return;
  printLines('');
  printTable(
    ['SECRET', 'MADE', 'ENDS', 'LAST USED'],
    secrets.map(({ hint, createdAt, expiresAt, lastUsedAt }) => [
      `…${hint}`,
      timeText(createdAt),
      timeText(expiresAt),
      timeText(lastUsedAt),
    ]),
  );
}

function secretAnswer({ clientSecretDigest }: Client, secret: ClientSecret): Readonly<Record<string, unknown>> {
  return {
    hint: secret.hint,
    current: clientSecretDigest?.equals(secret.digest) ?? false,
    created_at: secret.createdAt,
    expires_at: secret.expiresAt,
    last_used_at: secret.lastUsedAt,
  };
}

function shown(value: unknown): string {
  if (value === null) return '-';
  const isList = Array.isArray(value) && value.every((item) => typeof item === 'string');
  return printable(isList ? value.join(' ') : typeof value === 'string' ? value : JSON.stringify(value));
}
