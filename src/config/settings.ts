import type { VariableName } from './variables.js';

/** Where the rows live. SQLite is the embedded default; MySQL and MariaDB are for production. */
export type DatabaseSettings =
  | { readonly type: 'better-sqlite3'; readonly database: string }
  | { readonly type: 'mariadb' | 'mysql'; readonly url: string };

export type RegistrationPolicy = 'open' | 'invite' | 'closed';

/** Whether apps may register themselves (RFC 7591): with an initial access token, freely, or not at all. */
export type DynamicRegistrationPolicy = 'token' | 'open' | 'off';
/** Where mail is handed over. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** `required`: by STARTTLS, or nothing is sent. */
  readonly tls: 'at-once' | 'required' | 'if-offered';
  readonly credentials?: { readonly user: string; readonly password: string };
}

/** Whom mail comes from. */
export interface MailAddress {
  /** May be empty. */
  readonly name: string;
  readonly address: string;
}

/** Where a variable's value comes from, and the value as it may be shown. */
export interface VariableReport {
  readonly name: VariableName;
  readonly source: 'environment' | 'default';
  /** Never a secret. */
  readonly shown: string;
  readonly effect: string;
  readonly isSecret: boolean;
}

/** Lifetimes in seconds. */
export interface Lifetimes {
  readonly authorizationCode: number;
  readonly accessToken: number;
  readonly idToken: number;
  readonly refreshTokenIdle: number;
  readonly refreshTokenAbsolute: number;
  /** RFC 9700 §4.14.2 asks for reuse detection; a repeat within this window is a lost answer, not a theft. */
  readonly refreshReplayWindow: number;
  readonly interaction: number;
  readonly sessionIdle: number;
  readonly sessionAbsolute: number;
  readonly firstAdminLink: number;
  /** How long an app that registered itself may stay unused. */
  readonly unusedClient: number;
  readonly emailVerificationLink: number;
  readonly emailChange: number;
  readonly passwordResetLink: number;
  readonly invitation: number;
}

/** When signing keys come and go, in seconds. */
export interface SigningKeySettings {
  /** How long a key signs before the next one takes over. */
  readonly lifetime: number;
  /** How long clients may keep the answer of /jwks. */
  readonly jwksMaxAge: number;
  /** How old what a process knows of the keys may be. */
  readonly cacheAge: number;
  /** How often a process looks whether a key is to be made or replaced. */
  readonly upkeepInterval: number;
}

/**
 * Everything that can be set from outside, parsed and checked once at start, frozen afterwards.
 * A class, so that it is its own injection token.
 */
export class Settings {
  /** The public base URL, no trailing slash; the `iss` of every answer (RFC 9207 §2). */
  readonly issuer!: string;
  readonly isHttps!: boolean;
  readonly host!: string;
  readonly port!: number;
  readonly database!: DatabaseSettings;
  readonly dataDirectory!: string;
  /** 256-bit keys, newest first: the first seals, all open. Never printed. */
  readonly secretKeys!: readonly Buffer[];
  /** Addresses of proxies whose forwarded headers count; empty means none is believed. */
  readonly trustedProxies!: readonly string[];
  readonly webConcurrency!: number;
  readonly autoMigrate!: boolean;
  readonly registration!: RegistrationPolicy;
  readonly appRegistration!: RegistrationPolicy;
  readonly dynamicRegistration!: DynamicRegistrationPolicy;
  /** Absent: development keeps mails for a page to show, and elsewhere none is sent. Never printed. */
  readonly smtp!: SmtpServer | undefined;
  readonly mailFrom!: MailAddress;
  /** 0 when metrics are not served. */
  readonly metricsPort!: number;
  readonly metricsHost!: string;
  readonly logLevel!: string;
  readonly lifetimes!: Lifetimes;
  /** How long the audit log is kept. */
  readonly auditDays!: number;
  readonly signingKeys!: SigningKeySettings;
  /** Every variable with its source, for showing. */
  readonly variables!: readonly VariableReport[];
}
