import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMachine, aStaffMember, callApi } from '../support/admin-api.js';
import { type TestApp, startApp } from '../support/app.js';
import { aBrowserOf, aUser } from '../support/builders.js';

let served: TestApp;
let token: string;
beforeAll(async () => {
  served = await startApp();
  ({ token } = await aMachine(served, ['admin:sessions:read', 'admin:sessions:write']));
});
afterAll(() => served.close());

interface Session {
  readonly id: string;
  readonly user_id: string;
}
const sessionsOf = async (userId: string, by = token) =>
  (await callApi(served, by, 'GET', `/sessions?user_id=${userId}`)).body['data'] as Session[];

describe('sessions through the admin API', () => {
  it('are those of a user, the newest first, without what their cookies hold', async () => {
    const ada = await aUser(served);
    const [one, two] = [await aBrowserOf(served, ada), await aBrowserOf(served, ada)];
    const listed = await sessionsOf(ada.id);
    expect(listed).toMatchObject([{ user_id: ada.id, username: ada.username }, { user_id: ada.id }]);
    for (const browser of [one, two]) expect(JSON.stringify(listed)).not.toContain(browser.cookie('session') ?? 'x');
    expect(listed[0]?.id.localeCompare(listed[1]?.id ?? '')).toBe(1);
  });

  it('end one by one: that browser is signed out, the other one is not', async () => {
    const ada = await aUser(served);
    const browsers = [await aBrowserOf(served, ada), await aBrowserOf(served, ada)];
    const [newest] = await sessionsOf(ada.id);
    const path = `/sessions/${newest?.id ?? ''}`;
    expect((await callApi(served, token, 'GET', path)).body).toEqual(newest);
    expect((await callApi(served, token, 'DELETE', path)).status).toBe(204);
    expect((await browsers[1]?.get('/account'))?.status).toBe(303);
    expect((await browsers[0]?.get('/account'))?.status).toBe(200);
    expect((await callApi(served, token, 'DELETE', path)).status).toBe(404);
    expect((await callApi(served, token, 'GET', path)).status).toBe(404);
  });

  it('of the staff are ended by those above only', async () => {
    const [admin, support] = [await aStaffMember(served, 'admin'), await aStaffMember(served, 'support')];
    const [ofAdmin] = await sessionsOf(admin.user.id);
    const [ofSupport] = await sessionsOf(support.user.id);
    const end = async (by: string, session?: Session) =>
      (await callApi(served, by, 'DELETE', `/sessions/${session?.id ?? ''}`)).status;
    expect([await end(support.token, ofAdmin), await end(token, ofSupport)]).toEqual([403, 403]);
    expect(await end(admin.token, ofSupport)).toBe(204);
    // Their own they may end: this browser, too.
    expect(await end(admin.token, ofAdmin)).toBe(204);
    expect(await end(admin.token, ofAdmin)).toBe(401);
  });

  it.each([
    ['no password stands behind', 'UPDATE users SET credentials_version = credentials_version + 1 WHERE id = ?'],
    ['nobody has used for too long', 'UPDATE sessions SET last_seen_at = 1 WHERE user_id = ?'],
    ['are over', 'UPDATE sessions SET expires_at = 1 WHERE user_id = ?'],
  ])('that %s are in no list', async (_why, change) => {
    const ada = await aUser(served);
    await aBrowserOf(served, ada);
    expect(await sessionsOf(ada.id)).toHaveLength(1);
    await served.source.query(change, [ada.id]);
    expect(await sessionsOf(ada.id)).toEqual([]);
  });
});
