const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** A table whose rows end by themselves. */
export interface ExpiringTable {
  readonly table: string;
  readonly primaryKey: string;
  /** Column with an index: UTC epoch milliseconds. */
  readonly expiry: string;
  /** How much longer a row is kept in milliseconds, because it can still explain something. */
  readonly keptFor: number;
  /** Rows of another table that are reached from here only, without a foreign key: they go too. */
  readonly owns?: { readonly column: string; readonly table: string; readonly primaryKey: string };
}

/** Every table with an index on its expiry. test/contract compares the list with the entities. */
export const EXPIRING_TABLES: readonly ExpiringTable[] = [
  { table: 'oauth_access_tokens', primaryKey: 'digest', expiry: 'expires_at', keptFor: 0 },
  // Its end is the end of everything that was issued from it; until then a replayed code is recognised.
  { table: 'oauth_grants', primaryKey: 'id', expiry: 'expires_at', keptFor: 0 },
  // A late click finds "this request has expired, start again" and not "unknown".
  { table: 'oauth_interactions', primaryKey: 'id', expiry: 'expires_at', keptFor: HOUR_MS },
  // The current secret has no end.
  { table: 'oauth_client_secrets', primaryKey: 'digest', expiry: 'expires_at', keptFor: 0 },
  // Apps that registered themselves and were never used.
  {
    table: 'oauth_clients',
    primaryKey: 'id',
    expiry: 'expires_at',
    keptFor: 0,
    owns: { column: 'logo', table: 'pictures', primaryKey: 'id' },
  },
  { table: 'initial_access_tokens', primaryKey: 'id', expiry: 'expires_at', keptFor: 0 },
  { table: 'oauth_replay_guard', primaryKey: 'digest', expiry: 'expires_at', keptFor: 0 },
  { table: 'sessions', primaryKey: 'digest', expiry: 'expires_at', keptFor: 0 },
  { table: 'one_time_tokens', primaryKey: 'digest', expiry: 'expires_at', keptFor: DAY_MS },
  // A key that signs, or is about to, has no end.
  { table: 'signing_keys', primaryKey: 'id', expiry: 'expires_at', keptFor: 0 },
  { table: 'email_changes', primaryKey: 'user_id', expiry: 'expires_at', keptFor: 0 },
  // Whether somebody came is looked up for a month more.
  { table: 'invitations', primaryKey: 'id', expiry: 'expires_at', keptFor: 30 * DAY_MS },
  { table: 'throttles', primaryKey: 'key', expiry: 'expire', keptFor: 0 },
  { table: 'session_clients', primaryKey: 'sid', expiry: 'expires_at', keptFor: 0 },
  { table: 'console_tokens', primaryKey: 'digest', expiry: 'expires_at', keptFor: 0 },
  { table: 'api_idempotency', primaryKey: 'digest', expiry: 'expires_at', keptFor: 0 },
  { table: 'statistics', primaryKey: 'kind', expiry: 'expires_at', keptFor: 0 },
  { table: 'user_activity', primaryKey: 'user_id', expiry: 'expires_at', keptFor: 0 },
  { table: 'webhook_deliveries', primaryKey: 'event_id', expiry: 'expires_at', keptFor: 0 },
  { table: 'bulk_operations', primaryKey: 'id', expiry: 'expires_at', keptFor: 0 },
  { table: 'user_imports', primaryKey: 'id', expiry: 'expires_at', keptFor: 0 },
  // Only a dead message has an end.
  { table: 'outbox', primaryKey: 'id', expiry: 'expires_at', keptFor: 0 },
];
