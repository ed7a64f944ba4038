import swc from 'unplugin-swc';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { chromiumPath, mariadbServer } from './test/support/environment.js';

/** The decorators' metadata that Nest and TypeORM read needs SWC; the options are those of the build (.swcrc). */
const plugins = [swc.vite({ module: { type: 'es6' } })];

/** The same suites once on each database (test/support/database.ts reads TEST_DATABASE). */
const SUITES = ['spec', 'e2e', 'contract'];
/** What is about other programs and other people than the database runs once; so do commands that only call services tested above. */
const ONCE = ['attack', 'clients', 'certification', 'cli'];

const overHttp = (name: string, folders: readonly string[], server = ''): TestProjectConfiguration => ({
  plugins,
  test: {
    name,
    include: [`test/{${folders.join(',')}}/**/*.e2e-spec.ts`],
    env: { TEST_DATABASE: name, TEST_DATABASE_SERVER: server },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Every file starts servers of its own on a database of its own; loading the modules again for each takes longer than the tests.
    isolate: false,
  },
});

const browser = (executable: string): TestProjectConfiguration => ({
  plugins,
  test: {
    name: 'browser',
    include: ['test/browser/**/*.e2e-spec.ts'],
    env: { TEST_DATABASE: 'sqlite', CHROMIUM_PATH: executable },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    isolate: false,
  },
});

const server = await mariadbServer();
const chromium = chromiumPath();

export default defineConfig({
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    maxWorkers: 2,
    projects: [
      { plugins, test: { name: 'unit', include: ['src/**/*.spec.ts'] } },
      overHttp('sqlite', [...SUITES, ...ONCE]),
      ...(server === undefined ? [] : [overHttp('mariadb', SUITES, server)]),
      ...(chromium === undefined ? [] : [browser(chromium)]),
    ],
  },
});
