import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { parseSetCookie } from 'cookie';
import { type FormControl, formsOf, type HtmlForm, linksOf, textOf } from './html-forms.js';
import { noteSecret } from './leak-scan.js';

/** What a test types or picks: text, a file, or several values (ticked boxes); `undefined` leaves a control out. */
export type FieldValue = string | Buffer | readonly string[] | undefined;
export type Fields = Readonly<Record<string, FieldValue>>;

type Headers = Readonly<Record<string, string>>;

interface Served {
  readonly app: NestFastifyApplication;
  readonly issuer: string;
}

interface SubmitChoice {
  /** The form, by the start of its action or by its id; the first form with a POST method when absent. */
  readonly form?: string;
  /** The button that is pressed, by id, value or name; the form's first submit button when absent. */
  readonly button?: string;
}

/** One answer of the server, with what a browser would make of it. */
export class Page {
  constructor(
    readonly url: string,
    readonly status: number,
    readonly headers: Readonly<Record<string, string | string[] | undefined>>,
    readonly html: string,
    readonly bytes: Buffer,
  ) {}

  header(name: string): string {
    return String(this.headers[name] ?? '');
  }
  /** The target of a redirect as it was sent. */
  get location(): string | undefined {
    const { location } = this.headers;
    return typeof location === 'string' ? location : undefined;
  }
  get text(): string {
    return textOf(this.html);
  }
  get links(): string[] {
    return linksOf(this.html);
  }
  get forms(): HtmlForm[] {
    return formsOf(this.html);
  }

  /** The form whose action starts with, or whose id is, the given text. */
  form(which?: string): HtmlForm {
    const found = this.forms.find(({ action, id, method }) =>
      which === undefined ? method === 'POST' : action.startsWith(which) || id === which,
    );
    if (found === undefined)
      throw new Error(`no form ${which ?? ''} on ${this.url} (${this.status}): ${this.text.slice(0, 300)}`);
    return found;
  }
}

/** A browser without JavaScript: keeps cookies, sends what forms offer, follows redirects. Talks through `app.inject`. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly served: Served,
    /** The address that the server sees. */
    private readonly address = '127.0.0.1',
  ) {}

  get(url: string, headers: Headers = {}): Promise<Page> {
    return this.send('GET', url, { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', ...headers });
  }

  /** Posts fields as they are, whatever a page offers. */
  post(url: string, fields: Fields, headers: Headers = {}): Promise<Page> {
    const body = encodeForm(
      Object.entries(fields).flatMap(([name, value]) => listOf(value).map((one) => [name, String(one)] as const)),
    );
    return this.postBody(url, body, { 'content-type': 'application/x-www-form-urlencoded', ...headers });
  }

  /** Posts any body, from a page of the server itself. */
  postBody(url: string, body: string | Buffer, headers: Headers): Promise<Page> {
    const own = { origin: this.served.issuer, 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'navigate' };
    return this.send('POST', url, { ...own, ...headers }, body);
  }

  /**
   * Fills a form of the page and presses a button.
   * @throws when the page has no such form, field or button
   */
  submit(page: Page, fields: Fields = {}, choice: SubmitChoice = {}): Promise<Page> {
    const form = page.form(choice.form);
    const entries = filled(form, fields, choice.button);
    const url = form.action === '' ? page.url : new URL(form.action, this.absolute(page.url)).href;
    if (form.method === 'GET') return this.get(`${url}?${encodeForm(entries)}`, { 'sec-fetch-site': 'same-origin' });
    if (!form.isMultipart)
      return this.postBody(url, encodeForm(entries), { 'content-type': 'application/x-www-form-urlencoded' });
    const boundary = `----${randomUUID()}`;
    return this.postBody(url, encodeMultipart(entries, boundary), {
      'content-type': `multipart/form-data; boundary=${boundary}`,
    });
  }

  /** Follows redirects within the server and stops at a page, or at the redirect that leaves it. */
  async follow(page: Page): Promise<Page> {
    let current = page;
    for (let hops = 0; current.location !== undefined; hops += 1) {
      if (hops > 10) throw new Error(`redirect loop at ${current.location}`);
      const next = new URL(current.location, this.absolute(current.url));
      if (next.origin !== this.served.issuer) return current;
      current = await this.get(next.href, { 'sec-fetch-site': 'same-origin' });
    }
    return current;
  }

  /** Opens an address and follows its redirects. */
  async open(url: string): Promise<Page> {
    return this.follow(await this.get(url));
  }

  /** Submits a form and follows the redirects. */
  async submitAndFollow(page: Page, fields: Fields = {}, choice: SubmitChoice = {}): Promise<Page> {
    return this.follow(await this.submit(page, fields, choice));
  }

  /** The value of a cookie by its short name, whatever its prefix. */
  cookie(name: string): string | undefined {
    return this.cookies.get(`__Host-doorward_${name}`) ?? this.cookies.get(`doorward_${name}`);
  }

  private async send(method: 'GET' | 'POST', url: string, headers: Headers, payload?: string | Buffer): Promise<Page> {
    const { issuer, app } = this.served;
    const target = this.absolute(url);
    if (target.origin !== issuer) throw new Error(`${target.href} is not on ${issuer}`);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await app.inject({
      method,
      url: `${target.pathname}${target.search}`,
      headers: { host: target.host, accept: 'text/html,*/*', ...(cookie === '' ? {} : { cookie }), ...headers },
      remoteAddress: this.address,
      ...(payload === undefined ? {} : { payload }),
    });
    this.keepCookies(response.headers['set-cookie']);
    const { statusCode, headers: answered, body, rawPayload } = response;
    return new Page(target.href, statusCode, answered as Page['headers'], body, rawPayload);
  }

  private absolute(url: string): URL {
    return new URL(url, this.served.issuer);
  }

  private keepCookies(header: string | string[] | undefined): void {
    for (const text of [header ?? []].flat()) {
      const cookie = parseSetCookie(text);
      if (cookie === undefined) continue;
      // RFC 6265bis §4.1.3.2: browsers drop a __Host- cookie that is not Secure, host-only and for every path.
      if (cookie.name.startsWith('__Host-') && !(cookie.secure && cookie.path === '/' && cookie.domain === undefined))
        continue;
      if (cookie.maxAge === 0 || cookie.value === undefined) this.cookies.delete(cookie.name);
      else this.cookies.set(cookie.name, cookie.value);
    }
  }
}

type Entry = readonly [name: string, value: string | Buffer];

/** What the form would send: its own values, replaced by what the test typed, and the pressed button. */
function filled(form: HtmlForm, fields: Fields, button: string | undefined): Entry[] {
  for (const [name, value] of Object.entries(fields)) checkOffered(form, name, value);
  const typed = new Set<string>();
  const entries = form.controls.flatMap((control): Entry[] => {
    const { name, value, isSent } = control;
    if (name === '') return [];
    if (!(name in fields)) return isSent ? [[name, control.type === 'file' ? Buffer.alloc(0) : value]] : [];
    if (typed.has(name)) return [];
    typed.add(name);
    return listOf(fields[name]).map((one) => [name, one] as const);
  });
  for (const [name, value] of entries) if (/password|secret/.test(name)) noteSecret(String(value));
  const pressed = pressedButton(form, button);
  return pressed === undefined || pressed.name === '' ? entries : [...entries, [pressed.name, pressed.value]];
}

/** A test may send only what the page offers: no unknown field, no box that is not there. */
function checkOffered(form: HtmlForm, name: string, value: FieldValue): void {
  const controls = form.controls.filter((control) => control.name === name);
  const names = form.controls.map((control) => control.name).join(', ');
  if (controls.length === 0) throw new Error(`the form ${form.action} offers no field ${name}: ${names}`);
  if (!controls.every(({ type }) => type === 'checkbox' || type === 'radio')) return;
  const missing = listOf(value).find((one) => !controls.some((control) => control.value === String(one)));
  if (missing !== undefined) throw new Error(`the form ${form.action} offers no choice ${String(missing)} for ${name}`);
}

function pressedButton(form: HtmlForm, which: string | undefined): FormControl | undefined {
  const buttons = form.controls.filter(({ type }) => type === 'submit');
  if (which === undefined) return buttons[0];
  const found = buttons.find(({ id, value, name }) => id === which || value === which || name === which);
  if (found === undefined) throw new Error(`the form ${form.action} has no button ${which}`);
  return found;
}

function listOf(value: FieldValue): readonly (string | Buffer)[] {
  if (value === undefined) return [];
  return typeof value === 'string' || Buffer.isBuffer(value) ? [value] : value;
}

function encodeForm(entries: readonly Entry[]): string {
  return new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString();
}

function encodeMultipart(entries: readonly Entry[], boundary: string): Buffer {
  const parts = entries.flatMap(([name, value]) => {
    const file = Buffer.isBuffer(value)
      ? `; filename="${value.length === 0 ? '' : 'upload'}"\r\ncontent-type: application/octet-stream`
      : '';
    return [
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n`),
      Buffer.from(value),
      Buffer.from('\r\n'),
    ];
  });
  return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
}
