import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DEFAULT_LANGUAGE, forReader, nearestLanguage, type Reader } from '../pages/reader.js';
import { acceptedLanguages } from './accept-language.js';

/** As many as a long-suffering polyglot has; OpenID Connect Core §3.1.2.1 names no limit (attack A42). */
const MAX_WISHES = 20;

declare module 'fastify' {
  interface FastifyRequest {
    /** Whom this request's texts are for. */
    reader?: RequestReader;
  }
}

/** The person behind a request: their language is decided when the first text is asked for, and then known. */
class RequestReader implements Reader {
  private appsWish: readonly string[] = [];
  private usersWish: readonly string[] = [];
  private decided: string | undefined;

  constructor(private readonly acceptLanguage: string | undefined) {}

  /** What the app asked for, then what the user chose, then what the browser prefers, then English. */
  get language(): string {
    this.decided ??=
      nearestLanguage(this.appsWish) ??
      nearestLanguage(this.usersWish) ??
      nearestLanguage(acceptedLanguages(this.acceptLanguage)) ??
      DEFAULT_LANGUAGE;
    return this.decided;
  }

  /** A wish became known. */
  wish(wishes: { readonly app?: readonly string[]; readonly user?: readonly string[] }): void {
    this.appsWish = wishes.app ?? this.appsWish;
    this.usersWish = wishes.user ?? this.usersWish;
    this.decided = undefined;
  }
}

/**
 * Gives every request its reader. Each has its own, held by the async context of its work, so that two requests at
 * once never answer in one another's language. Fastify comes back to it after it has read a body.
 */
export function speakTheReadersLanguage(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => inLanguageOf(request, done));
}

/** Does some work with texts in the request's language. */
export function inLanguageOf<T>(request: FastifyRequest, work: () => T): T {
  return forReader(readerOf(request), work);
}

/** The app's wish, `ui_locales`: "a space-separated list of BCP47 language tag values, ordered by preference". */
export function noteUiLocales(request: FastifyRequest, uiLocales: string | undefined): void {
  readerOf(request).wish({ app: uiLocales?.split(' ', MAX_WISHES) ?? [] });
}

/** The language of whoever is signed in, if they chose one. */
export function noteUsersLocale(request: FastifyRequest, locale: string | null): void {
  readerOf(request).wish({ user: locale === null ? [] : [locale] });
}

/** Made when it is first needed: Nest refuses some requests before any hook of ours. */
function readerOf(request: FastifyRequest): RequestReader {
  request.reader ??= new RequestReader(request.headers['accept-language']);
  return request.reader;
}
