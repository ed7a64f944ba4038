import { resolve } from 'node:path';
import { ConfigurationError, describeEnvironment, inspectSettings, misspeltVariables } from '../config/env.js';
import type { Settings } from '../config/settings.js';
import { isThere } from '../database/connect.js';
import { migrationStatus } from '../database/migration-status.js';
import { Setting } from '../settings/setting.entity.js';
import { settingReports } from '../settings/setting-report.js';
import { SettingStore } from '../settings/setting.store.js';
import { CommandFailure } from './command-failure.js';
import { printJson, printLines, printNote, printTable } from './output.js';
import { withDataSource } from './with-database.js';

/** A setting as it is printed. */
interface Shown {
  readonly name: string;
  readonly source: string;
  readonly value: string;
}

/** `doorward config check` @throws CommandFailure with every fault */
export async function checkConfiguration({ json }: { readonly json?: true }): Promise<void> {
  const { settings, faults } = inspected();
  const stored = settings === undefined ? [] : await storedSettings(settings);
  const actual = settings === undefined ? {} : valuesInForce(settings);
  const variables = describeEnvironment().map(
    ({ name, source, shown }): Shown =>
      stored.find((one) => one.name === name) ?? { name, source, value: actual[name] ?? shown },
  );
  const hints = misspeltVariables().map(({ name, meant }) => `${name} is no variable of Doorward: is ${meant} meant?`);
  if (json) {
    printJson({ variables, faults, hints });
  } else {
    printTable(
      ['VARIABLE', 'SOURCE', 'VALUE'],
      variables.map(({ name, source, value }) => [name, source, value]),
    );
    if (faults.length === 0) printLines('', 'The configuration is sound.');
  }
  if (!json) printNote(...hints);
  if (faults.length > 0) throw new CommandFailure(faults);
}

/** What follows from other settings, or from where the command runs, in place of how it does. Never a secret. */
function valuesInForce({
  issuer,
  webConcurrency,
  dataDirectory,
  database,
  mailFrom,
}: Settings): Record<string, string> {
  return {
    ISSUER: issuer,
    WEB_CONCURRENCY: String(webConcurrency),
    DATA_DIR: resolve(dataDirectory),
    MAIL_FROM: mailFrom.name === '' ? mailFrom.address : `${mailFrom.name} <${mailFrom.address}>`,
    ...(database.type === 'better-sqlite3' && { DATABASE_URL: `sqlite:${resolve(database.database)}` }),
  };
}

function inspected(): { readonly settings?: Settings; readonly faults: readonly string[] } {
  try {
    return { settings: inspectSettings(), faults: [] };
  } catch (error) {
    if (error instanceof ConfigurationError) return { faults: error.faults };
    throw error;
  }
}

/** What was changed while the server ran. Looking makes no database, and one that is away is no fault of the configuration. */
async function storedSettings(settings: Settings): Promise<readonly Shown[]> {
  if (!isThere(settings.database)) return [];
  try {
    const rows = await withDataSource(settings, async (source) => {
      const isOurs = (await migrationStatus(source)).every(({ state }) => state === 'applied');
      return !isOurs ? [] : new SettingStore(source.getRepository(Setting)).all();
    });
    return settingReports(settings, rows)
      .filter(({ source }) => source === 'stored')
      .map(({ name, source, value }) => ({ name, source, value: String(value) }));
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    printNote('What was changed while the server ran could not be read:', ...error.sentences);
    return [];
  }
}
