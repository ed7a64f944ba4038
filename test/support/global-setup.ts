import { beginRun, endRun, scanForSecrets } from './leak-scan.js';
import { dropKeptDatabases } from './migrated-database.js';

/** Runs once around the whole test run: afterwards no secret that it issued may stand in a log line or a URL. */
export function setup(): () => Promise<void> {
  beginRun();
  return async () => {
    await dropKeptDatabases();
    const { secrets, lines, leaks } = scanForSecrets();
    endRun();
    console.log(`leak scan: ${secrets} secrets looked for in ${lines} log lines and URLs, ${leaks.length} found`);
    if (leaks.length > 0) {
      process.exitCode = 1;
      throw new Error(`secrets leaked into logs or URLs:\n${leaks.join('\n')}`);
    }
  };
}
