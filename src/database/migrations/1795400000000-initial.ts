import { type MigrationInterface, type QueryRunner, Table, type TableOptions } from 'typeorm';
import {
  bigint,
  binary,
  boolean,
  foreignKey,
  index,
  int,
  mediumblob,
  primary,
  text,
  unique,
  varchar,
} from './columns.js';
import { compareTextByBytes } from './text-order.js';

const USERS: TableOptions = {
  name: 'users',
  columns: [
    primary(varchar('id', 36)),
    varchar('username', 64),
    varchar('username_key', 128),
    varchar('password', 255),
    int('credentials_version'),
    varchar('email', 254),
    varchar('email_key', 254),
    bigint('email_verified_at', 'NULL'),
    varchar('empUserId', 64),
    varchar('pic', 36, 'NULL'),
    varchar('dob', 10, 'NULL'),
    varchar('phone', 16, 'NULL'),
    varchar('role', 16),
    varchar('status', 16),
    varchar('locale', 35, 'NULL'),
    bigint('created_at'),
    bigint('updated_at'),
  ],
  indices: [
    unique('uq_users_username_key', 'username_key'),
    unique('uq_users_email_key', 'email_key'),
    unique('uq_users_emp_user_id', 'empUserId'),
  ],
};

const ONE_TIME_TOKENS: TableOptions = {
  name: 'one_time_tokens',
  columns: [
    primary(binary('digest')),
    varchar('purpose', 32),
    bigint('created_at'),
    bigint('expires_at'),
    bigint('consumed_at', 'NULL'),
  ],
  indices: [index('ix_one_time_tokens_expires_at', 'expires_at')],
};

const PICTURES: TableOptions = {
  name: 'pictures',
  columns: [primary(varchar('id', 36)), varchar('content_type', 32), mediumblob('bytes'), bigint('created_at')],
};

const CLIENTS: TableOptions = {
  name: 'oauth_clients',
  columns: [
    primary(varchar('id', 36)),
    varchar('oauth_clients', 64),
    varchar('empUserId', 64, 'NULL'),
    varchar('kind', 16),
    varchar('website_name', 100),
    varchar('client_uri', 2000, 'NULL'),
    varchar('logo', 36, 'NULL'),
    text('callbackurl'),
    binary('oauth_client_secret', 'NULL'),
    varchar('oauth_state_token', 512),
    text('grant_types'),
    text('scopes'),
    varchar('token_endpoint_auth_method', 32),
    boolean('pkce_required'),
    boolean('refresh_token_rotation'),
    binary('access_token'),
    varchar('status', 16),
    boolean('is_verified'),
    bigint('created_at'),
    bigint('updated_at'),
  ],
  indices: [
    unique('uq_oauth_clients_oauth_clients', 'oauth_clients'),
    index('ix_oauth_clients_emp_user_id', 'empUserId', 'id'),
  ],
  foreignKeys: [foreignKey('fk_oauth_clients_emp_user_id', 'empUserId', 'users', 'empUserId', 'CASCADE')],
};

const CLIENT_SECRETS: TableOptions = {
  name: 'oauth_client_secrets',
  columns: [
    primary(binary('digest')),
    varchar('client_row_id', 36),
    varchar('hint', 8),
    bigint('created_at'),
    bigint('expires_at', 'NULL'),
    bigint('last_used_at', 'NULL'),
  ],
  indices: [
    index('ix_oauth_client_secrets_client', 'client_row_id'),
    index('ix_oauth_client_secrets_expires_at', 'expires_at'),
  ],
  foreignKeys: [foreignKey('fk_oauth_client_secrets_client', 'client_row_id', 'oauth_clients')],
};

const SESSIONS: TableOptions = {
  name: 'sessions',
  columns: [
    primary(binary('digest')),
    varchar('sid', 36),
    varchar('user_id', 36),
    bigint('auth_time'),
    int('credentials_version'),
    text('amr'),
    varchar('user_agent', 255, 'NULL'),
    bigint('created_at'),
    bigint('last_seen_at'),
    bigint('expires_at'),
  ],
  indices: [index('ix_sessions_user_id', 'user_id'), index('ix_sessions_expires_at', 'expires_at')],
  foreignKeys: [foreignKey('fk_sessions_user_id', 'user_id', 'users')],
};

const THROTTLES: TableOptions = {
  name: 'throttles',
  columns: [primary(varchar('key', 255)), bigint('points'), bigint('expire', 'NULL')],
  indices: [index('ix_throttles_expire', 'expire')],
};

const INTERACTIONS: TableOptions = {
  name: 'oauth_interactions',
  columns: [
    primary(varchar('id', 36)),
    binary('browser_digest'),
    varchar('client_id', 64),
    text('parameters'),
    bigint('login_at', 'NULL'),
    boolean('switch_account'),
    varchar('consent_decision', 16, 'NULL'),
    varchar('consent_user_id', 36, 'NULL'),
    text('consent_scopes', 'NULL'),
    bigint('created_at'),
    bigint('expires_at'),
    bigint('consumed_at', 'NULL'),
  ],
  indices: [index('ix_oauth_interactions_expires_at', 'expires_at')],
};

const CONSENTS: TableOptions = {
  name: 'oauth_consents',
  columns: [
    primary(varchar('id', 36)),
    varchar('user_id', 36),
    varchar('client_row_id', 36),
    text('granted_scopes'),
    text('refused_scopes'),
    text('client_snapshot'),
    bigint('created_at'),
    bigint('updated_at'),
  ],
  indices: [
    unique('uq_oauth_consents_user_client', 'user_id', 'client_row_id'),
    index('ix_oauth_consents_client', 'client_row_id'),
  ],
  foreignKeys: [
    foreignKey('fk_oauth_consents_user_id', 'user_id', 'users'),
    foreignKey('fk_oauth_consents_client', 'client_row_id', 'oauth_clients'),
  ],
};

const GRANTS: TableOptions = {
  name: 'oauth_grants',
  columns: [
    primary(varchar('id', 36)),
    varchar('user_id', 36),
    varchar('client_row_id', 36),
    varchar('sid', 36),
    bigint('auth_time'),
    int('credentials_version'),
    text('scopes'),
    binary('code_digest'),
    bigint('code_expires_at'),
    varchar('code_challenge', 43, 'NULL'),
    varchar('redirect_uri', 2000),
    varchar('nonce', 255, 'NULL'),
    bigint('consumed_at', 'NULL'),
    binary('refresh_digest', 'NULL'),
    binary('refresh_previous_digest', 'NULL'),
    binary('refresh_salt', 'NULL'),
    bigint('refresh_rotated_at', 'NULL'),
    bigint('refresh_idle_expires_at', 'NULL'),
    bigint('refresh_absolute_expires_at', 'NULL'),
    bigint('last_used_at', 'NULL'),
    bigint('revoked_at', 'NULL'),
    bigint('created_at'),
    bigint('expires_at'),
  ],
  indices: [
    unique('uq_oauth_grants_code_digest', 'code_digest'),
    index('ix_oauth_grants_user_client', 'user_id', 'client_row_id'),
    index('ix_oauth_grants_client', 'client_row_id'),
    index('ix_oauth_grants_expires_at', 'expires_at'),
  ],
  foreignKeys: [
    foreignKey('fk_oauth_grants_user_id', 'user_id', 'users'),
    foreignKey('fk_oauth_grants_client', 'client_row_id', 'oauth_clients'),
  ],
};

const ACCESS_TOKENS: TableOptions = {
  name: 'oauth_access_tokens',
  columns: [
    primary(binary('digest')),
    varchar('grant_id', 36, 'NULL'),
    varchar('user_id', 36, 'NULL'),
    varchar('client_row_id', 36),
    text('scopes'),
    bigint('created_at'),
    bigint('expires_at'),
  ],
  indices: [
    index('ix_oauth_access_tokens_grant_id', 'grant_id'),
    index('ix_oauth_access_tokens_user_id', 'user_id'),
    index('ix_oauth_access_tokens_client', 'client_row_id'),
    index('ix_oauth_access_tokens_expires_at', 'expires_at'),
  ],
  foreignKeys: [
    foreignKey('fk_oauth_access_tokens_grant_id', 'grant_id', 'oauth_grants'),
    foreignKey('fk_oauth_access_tokens_user_id', 'user_id', 'users'),
    foreignKey('fk_oauth_access_tokens_client', 'client_row_id', 'oauth_clients'),
  ],
};

/** In an order in which every foreign key finds its table. */
const TABLES = [
  USERS,
  ONE_TIME_TOKENS,
  PICTURES,
  CLIENTS,
  CLIENT_SECRETS,
  SESSIONS,
  THROTTLES,
  INTERACTIONS,
  CONSENTS,
  GRANTS,
  ACCESS_TOKENS,
];

/** The tables of the documented flow: users, apps, consent, grants and tokens. */
export class Initial1795400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await compareTextByBytes(runner);
    for (const options of TABLES) await runner.createTable(new Table(options));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of TABLES.toReversed()) await runner.dropTable(name);
  }
}
