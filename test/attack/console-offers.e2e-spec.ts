import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from '../../src/clients/client.entity.js';
import { type StaffRole, STAFF_ROLES } from '../../src/users/user.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import type { FieldValue, Page, TestBrowser } from '../support/browser.js';
import { aBrowserOf, aClient, aUser } from '../support/builders.js';
import { CONSOLE_VISITS } from '../support/console-visits.js';
import type { HtmlForm } from '../support/html-forms.js';

let served: TestApp;
beforeAll(async () => {
  served = await startApp();
});
afterAll(() => served.close());

async function aBrowserOfRole(role: StaffRole): Promise<TestBrowser> {
  return aBrowserOf(served, await aUser(served, { row: { role } }));
}

/** Where a page leads within the console; of what is done to many, where each choice leads for one of them. */
function linksOf(page: Page): string[] {
  const links = page.links.filter((url) => /^\/admin(?:\/|\?|$)/.test(url));
  return [...links, ...page.forms.filter(({ id }) => id === 'bulk').flatMap((form) => bulkLinksOf(page, form))];
}

function bulkLinksOf({ html }: Page, { action, controls }: HtmlForm): string[] {
  const ids = controls.find(({ name }) => name === 'ids')?.value ?? '';
  const [, choices = ''] = /id="bulk-action"([\s\S]*?)<\/select>/.exec(html) ?? [];
  const acts = [...choices.matchAll(/<option value="(\w+)"/g)].map(([, act = '']) => act);
  return acts.map((act) => `${action}?${new URLSearchParams({ action: act, ids }).toString()}`);
}

/** The forms of a page that do something. */
function actsOf(page: Page): HtmlForm[] {
  return page.forms.filter(({ method }) => method === 'POST');
}

/** What the server says to whoever sends a form as it stands on a page, with what has to be typed or chosen. */
async function answerTo(browser: TestBrowser, page: Page, { action, controls }: HtmlForm): Promise<number> {
  const [, name = ''] = /Type (.+?) to be sure/.exec(page.text) ?? [];
  const fields: Record<string, FieldValue> = {};
  for (const control of controls) {
    if (control.name === 'confirmation') fields['confirmation'] = name;
    if (/^name$|reason$/.test(control.name) && control.value === '') fields[control.name] = 'Anything';
    if (control.type === 'file') fields[control.name] = Buffer.from('username,email\n');
  }
  return (await browser.submit(page, fields, { form: action })).status;
}

/** The same for every thing of a kind. */
function shapeOf(url: string): string {
  const { pathname, searchParams } = new URL(url, served.issuer);
  const steps = pathname.split('/').map((step) => (/^[a-z-]*$/.test(step) ? step : ':id'));
  return `${steps.join('/')} ${searchParams.get('action') ?? ''}`;
}

/** One of the staff on their way through the console, and what is wrong with what they are offered. */
class Walk {
  readonly faults: string[] = [];
  readonly offered = new Set<string>();
  private readonly pages = new Map<string, Page>();

  constructor(
    private readonly browser: TestBrowser,
    private readonly role: StaffRole,
  ) {}

  /** Looks at a page, and opens whatever it leads to. */
  async visit(url: string): Promise<Page> {
    const page = await this.browser.open(url);
    this.pages.set(url, page);
    // An owner may open every page: what would be lost to all of them would be lost here first.
    if (page.status !== 200 && (page.status !== 403 || this.role === 'owner')) {
      this.faults.push(`${url} answers ${page.status}`);
    }
    for (const link of page.status === 200 ? linksOf(page) : []) {
      if (this.offered.has(shapeOf(link))) continue;
      this.offered.add(shapeOf(link));
      const { status } = await this.browser.open(link);
      if (status !== 200) this.faults.push(`${link} is offered on ${url} and answers ${status}`);
    }
    return page;
  }

  /** Opens what an owner is offered and this person is not. */
  async tryWithheld(link: string): Promise<void> {
    if (this.offered.has(shapeOf(link))) return;
    const { status, url } = await this.browser.open(link);
    // The dashboard leads who may not see it to their first list.
    if (status !== 403 && new URL(url).pathname !== '/admin/users') {
      this.faults.push(`${link} is withheld and answers ${status}`);
    }
  }

  /**
   * Sends a form that an owner's page has. The API decides who may; the console must have foreseen it.
   * @returns whether it was theirs to send
   */
  async tryAct(whole: Page, form: HtmlForm, url: string): Promise<boolean> {
    const page = this.pages.get(url);
    const isOffered = page !== undefined && actsOf(page).some(({ action }) => action === form.action);
    const status = await answerTo(this.browser, isOffered ? page : whole, form);
    if (isOffered) this.offered.add(`POST ${shapeOf(form.action)}`);
    if (isOffered ? [403, 404].includes(status) || status >= 500 : status !== 403) {
      this.faults.push(`${form.action} on ${url} is ${isOffered ? 'offered' : 'withheld'} and answers ${status}`);
    }
    return isOffered;
  }
}

/** What an owner's pages lead to, and the forms that they have. @param walks the owner's comes last */
async function tryTheRest(whole: ReadonlyMap<string, Page>, walks: readonly Walk[]): Promise<void> {
  const links = new Map([...whole.values()].flatMap(linksOf).map((link) => [shapeOf(link), link]));
  for (const walk of walks) for (const link of links.values()) await walk.tryWithheld(link);
  const acts = [...whole].flatMap(([url, page]) => actsOf(page).map((form) => ({ url, page, form })));
  for (const { url, page, form } of acts) {
    // Whoever is above the first who may, may as well (admin-rights.e2e-spec.ts), and it can be done once only.
    for (const walk of walks) if (await walk.tryAct(page, form, url)) break;
  }
}

describe('attack A44: what the console offers is what the API lets its reader do', () => {
  it('on every page, to every role', async () => {
    const walks = new Map<StaffRole, Walk>();
    for (const role of STAFF_ROLES) walks.set(role, new Walk(await aBrowserOfRole(role), role));
    const whole = new Map<string, Page>();
    for (const visit of Object.values(CONSOLE_VISITS).flat()) {
      const url = await visit(served);
      // The owner comes last.
      for (const walk of walks.values()) whole.set(url, await walk.visit(url));
    }
    await tryTheRest(whole, [...walks.values()]);
    for (const [role, { offered, faults }] of walks) {
      console.log(`${role}: ${offered.size} links and acts`);
      expect(faults).toEqual([]);
    }
  });

  it('of somebody at their side, of an app with more rights and of what only owners set, nothing', async () => {
    const [admin, owner] = [await aBrowserOfRole('admin'), await aBrowserOfRole('owner')];
    const { id } = await aUser(served, { row: { role: 'admin' } });
    const { clientId } = await aClient(served);
    await served.source.getRepository(Client).update({ clientId }, { adminScopes: ['admin:keys:write'] });
    for (const url of [`/admin/users/${id}`, `/admin/apps/${clientId}`]) {
      const isAct = (link: string) => link.startsWith(`${url}/`);
      expect(linksOf(await admin.open(url)).filter(isAct)).toEqual([]);
      const acts = linksOf(await owner.open(url)).filter(isAct);
      expect(acts.length).toBeGreaterThan(3);
      for (const act of acts) {
        const page = await owner.open(act);
        for (const form of actsOf(page)) expect(await answerTo(admin, page, form)).toBe(403);
      }
    }
    const owners = linksOf(await owner.open('/admin/settings')).filter((link) => link.startsWith('/admin/settings/'));
    const others = new Set(linksOf(await admin.open('/admin/settings')));
    const withheld = owners.filter((link) => !others.has(link));
    expect(withheld).not.toEqual([]);
    for (const link of withheld) {
      const page = await owner.open(link);
      for (const form of actsOf(page)) expect(await answerTo(admin, page, form)).toBe(403);
    }
  });
});
