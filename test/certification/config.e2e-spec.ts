import { afterAll, beforeAll, describe, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { checkDiscovery } from './discovery-checks.js';
import { Suite, suiteClient, suitePerson } from './suite.js';

let served: TestApp;
beforeAll(async () => {
  served = await startApp();
});
afterAll(() => served.close());

describe('oidcc-config-certification-test-plan', () => {
  it('oidcc-discovery-endpoint-verification', async () => {
    await checkDiscovery(new Suite(served, await suiteClient(served), await suitePerson(served)));
  });
});
