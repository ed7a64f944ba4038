import { mkdirSync, rmSync } from 'node:fs';
import { RUN_DIRECTORY, scanForSecrets } from './leak-scan.js';

/** Runs once around the whole test run: afterwards no secret that it issued may stand in a log line or a URL. */
export function setup(): () => void {
  rmSync(RUN_DIRECTORY, { recursive: true, force: true });
  mkdirSync(RUN_DIRECTORY, { recursive: true });
  return () => {
    const { secrets, lines, leaks } = scanForSecrets();
    console.log(`leak scan: ${secrets} secrets looked for in ${lines} log lines and URLs, ${leaks.length} found`);
    if (leaks.length > 0) {
      process.exitCode = 1;
      throw new Error(`secrets leaked into logs or URLs:\n${leaks.join('\n')}`);
    }
  };
}
