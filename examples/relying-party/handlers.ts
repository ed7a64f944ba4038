import type { IncomingMessage, ServerResponse } from 'node:http';
import { readCookie, setCookie } from './cookies.ts';
import { finishLogin, giveBack, isPermissionOver, refreshSession, startLogin } from './login.ts';
import { goodbyePage, profilePage, welcomePage } from './pages.ts';
import { createProvider } from './provider.ts';
import { redirect, sendPage } from './responses.ts';
import { SESSION_SECONDS, type Session, Sessions } from './sessions.ts';
import type { Settings } from './settings.ts';

/** Holds the PKCE verifier while the person is at the server. */
const LOGIN_COOKIE = 'acme_login';
const LOGIN_SECONDS = 10 * 60;
const SESSION_COOKIE = 'acme_session';

/** What each address of the app does. */
export class Handlers {
  readonly #settings: Settings;
  readonly #provider: ReturnType<typeof createProvider>;
  readonly #sessions = new Sessions();
  readonly #isHttps: boolean;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#provider = createProvider(settings);
    this.#isHttps = settings.baseUrl.protocol === 'https:';
  }

  /** The button, or the profile of who is signed in. */
  home(request: IncomingMessage, response: ServerResponse): void {
    const session = this.#sessionOf(request);
    sendPage(response, 200, session === undefined ? welcomePage() : profilePage(session, this.#settings.issuer));
  }

  /** Where the button leads: off to the server. */
  async authLogin(_request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url, codeVerifier } = await startLogin(await this.#provider(), this.#settings);
    this.#setCookie(response, LOGIN_COOKIE, codeVerifier, LOGIN_SECONDS);
    redirect(response, url.href);
  }

  /** Where the server sends the browser back to, with a code or with an error. */
  async callback(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const codeVerifier = readCookie(request, LOGIN_COOKIE);
    // This page was loaded twice: the person is signed in already, and the second answer is ignored.
    if (codeVerifier === undefined && this.#sessionOf(request) !== undefined) return redirect(response, '/');
    // An answer is good for one try.
    this.#setCookie(response, LOGIN_COOKIE, '', 0);
    const answer = new URL(request.url ?? '', this.#settings.baseUrl);
    const session = await finishLogin(await this.#provider(), this.#settings, answer, codeVerifier);
    this.#sessions.end(readCookie(request, SESSION_COOKIE));
    this.#setCookie(response, SESSION_COOKIE, this.#sessions.start(session), SESSION_SECONDS);
    // Away from the address that holds the code.
    redirect(response, '/');
  }

  /** Loads the person's data again; without permission the session ends. */
  async refresh(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const session = this.#sessionOf(request);
    try {
      if (session !== undefined) await refreshSession(await this.#provider(), session);
      redirect(response, '/');
    } catch (error) {
      if (!isPermissionOver(error)) throw error;
      this.#endSession(request, response);
      sendPage(response, 200, welcomePage('This app has no permission any more, so you are logged out here.'));
    }
  }

  /** Ends the session here and gives the tokens back. */
  async logout(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const session = this.#sessionOf(request);
    this.#endSession(request, response);
    if (session !== undefined) await giveBack(await this.#provider(), session);
    redirect(response, '/goodbye');
  }

  goodbye(_request: IncomingMessage, response: ServerResponse): void {
    sendPage(response, 200, goodbyePage(this.#settings.issuer));
  }

  #sessionOf(request: IncomingMessage): Session | undefined {
    return this.#sessions.find(readCookie(request, SESSION_COOKIE));
  }

  #endSession(request: IncomingMessage, response: ServerResponse): void {
    this.#sessions.end(readCookie(request, SESSION_COOKIE));
    this.#setCookie(response, SESSION_COOKIE, '', 0);
  }

  #setCookie(response: ServerResponse, name: string, value: string, maxAge: number): void {
    setCookie(response, name, value, { maxAge, isHttps: this.#isHttps });
  }
}
