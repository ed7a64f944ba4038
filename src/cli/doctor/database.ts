import type { DataSource } from 'typeorm';
import type { Settings } from '../../config/settings.js';
import { isThere } from '../../database/connect.js';
import { migrationStatus } from '../../database/migration-status.js';
import { productOf } from '../../database/product.js';
import { NEWER_DATABASE } from '../../database/unusable-database-error.js';
import { sqlNow } from '../../sql/now.js';
import { CommandFailure } from '../command-failure.js';
import { withDataSource } from '../with-database.js';
import type { Finding } from './finding.js';
import { checkSigningKeys } from './signing-keys.js';

/** A token lives for minutes: seconds do not matter, minutes do. */
const CLOCK_WARNING_MS = 2_000;
const CLOCK_FAILURE_MS = 30_000;

/** Is the database there, up to date, durable, and does its clock agree with ours? */
export async function checkDatabase(settings: Settings): Promise<Finding[]> {
  const { database } = settings;
  if (database.type === 'better-sqlite3' && !isThere(database)) {
    return [
      { check: 'database', state: 'ok', detail: `${database.database} does not exist yet: the first start makes it.` },
    ];
  }
  try {
    return await withDataSource(settings, async (source) => [
      { check: 'database', state: 'ok', detail: `${await nameOf(source)} answers.` },
      await checkMigrations(source, settings),
      await checkDurability(source),
      await checkClock(source),
      ...((await isUpToDate(source)) ? [await checkSigningKeys(source, settings)] : []),
    ]);
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    return [{ check: 'database', state: 'fail', detail: error.message }];
  }
}

async function nameOf(source: DataSource): Promise<string> {
  const { product, version } = await productOf(source);
  return `${product} ${version}`;
}

async function checkMigrations(source: DataSource, { autoMigrate }: Settings): Promise<Finding> {
  const check = 'migrations';
  const migrations = await migrationStatus(source);
  const pending = migrations.filter(({ state }) => state === 'pending').length;
  if (migrations.some(({ state }) => state === 'unknown')) {
    return { check, state: 'fail', ...NEWER_DATABASE };
  }
  if (pending === 0) return { check, state: 'ok', detail: 'The tables are up to date.' };
  return autoMigrate
    ? { check, state: 'ok', detail: `${pending} pending: the next start applies them.` }
    : { check, state: 'fail', detail: `${pending} pending.`, fix: "Run 'doorward migrate'." };
}

async function isUpToDate(source: DataSource): Promise<boolean> {
  return (await migrationStatus(source)).every(({ state }) => state === 'applied');
}

/** An acknowledged revocation must survive a power cut. SQLite is opened with synchronous = FULL. */
async function checkDurability(source: DataSource): Promise<Finding> {
  const check = 'durability';
  const fine: Finding = { check, state: 'ok', detail: 'Each commit reaches the disk.' };
  if (isSqlite(source)) return fine;
  const policy = await firstValue(source, 'SELECT @@innodb_flush_log_at_trx_commit AS value');
  if (policy === '1') return fine;
  return {
    check,
    state: 'warn',
    detail: `innodb_flush_log_at_trx_commit is ${policy}: a crash can undo the last second, revocations included.`,
    fix: 'Set it to 1 in the configuration of the database server.',
  };
}

/** The database's clock decides what is expired; ours stands in what we show and log. */
async function checkClock(source: DataSource): Promise<Finding> {
  const before = Date.now();
  const theirs = Number(await firstValue(source, `SELECT ${sqlNow(source)} AS value`));
  const difference = Math.abs(theirs - (before + Date.now()) / 2);
  const detail = `The clock of the database differs from ours by ${(difference / 1000).toFixed(1)} s.`;
  if (difference < CLOCK_WARNING_MS) return { check: 'clock', state: 'ok', detail };
  const state = difference < CLOCK_FAILURE_MS ? 'warn' : 'fail';
  return { check: 'clock', state, detail, fix: 'Let NTP set both clocks.' };
}

function isSqlite(source: DataSource): boolean {
  return source.options.type === 'better-sqlite3';
}

async function firstValue(source: DataSource, query: string): Promise<string> {
  const [row] = await source.query<[{ value: unknown }]>(query);
  return String(row.value);
}
