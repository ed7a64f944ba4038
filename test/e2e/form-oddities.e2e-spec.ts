import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { TestBrowser } from '../support/browser.js';

describe('forms that no page of ours sends', () => {
  let served: TestApp;
  beforeAll(async () => {
    served = await startApp();
  });
  afterAll(() => served.close());

  const overlong = 'x'.repeat(5_000);

  it.each([
    ['/login', { username: 'ada', password: 'something', return_to: overlong }],
    ['/signup', { username: 'ada', email: 'ada@example.com', password: 'correct horse', return_to: overlong }],
  ])('a hidden field of %s that is too long is refused with a page, not a fault of the server', async (url, fields) => {
    const page = await new TestBrowser(served).post(url, fields);
    expect(page.status).toBe(422);
    expect(page.text).toContain('This value is not right.');
  });
});
