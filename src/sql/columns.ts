import type { ColumnOptions } from 'typeorm';

/*
 * Column types that mean the same on SQLite and on MariaDB/MySQL. Spread them into `@Column({ name, …timestamp })`.
 */

/** A point in time: UTC epoch milliseconds in the row, `Date` in TypeScript. See docs/adr/0003. */
export const timestamp = {
  type: 'bigint',
  transformer: {
    to: (value: unknown) => (value instanceof Date ? value.getTime() : value),
    from: (value: unknown) => (value === null || value === undefined ? null : new Date(Number(value))),
  },
} satisfies ColumnOptions;

/** A SHA-256 or HMAC-SHA-256 digest: 32 bytes, a `Buffer` in TypeScript. */
export const digest = { type: 'binary', length: 32 } satisfies ColumnOptions;

/** An application-made UUIDv7 in text form. */
export const uuid = { type: 'varchar', length: 36 } satisfies ColumnOptions;

/** A JSON value kept as text. */
export const json = { type: 'simple-json' } satisfies ColumnOptions;

/** A sealed value (src/crypto/seal.ts): text that opens only with a key from outside the database. */
export const sealed = { type: 'varchar', length: 512 } satisfies ColumnOptions;

/** The same for what is longer, such as an RSA key. */
export const sealedText = { type: 'text' } satisfies ColumnOptions;
