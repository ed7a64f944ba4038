import type { FastifyRequest } from 'fastify';
import type { components } from '../../clients/typescript/schema.js';
import { LoginRequired } from '../http/login-required.js';
import { PageError, type PageErrorKey } from '../http/page-error.js';
import type { FormView } from '../pages/form-view.js';
import { localPath } from '../session/return-to.js';

type ProblemBody = components['schemas']['ProblemResource'];

/** What the typed client gives back, as far as this looks into it. */
export interface ApiResult<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** What was sent and is to be shown again, with what the API says of it. */
export interface Refused {
  readonly form: FormView;
  /** Whether somebody else has changed the thing since the form was read. */
  readonly isStale: boolean;
}

/** A thing as its form shows it, in one version. */
export interface Version {
  readonly values: Readonly<Record<string, string>>;
  readonly etag: string;
}

/** Characters of a value that are shown beside a field; of a longer one it is said that it is another. */
const MOST_SHOWN = 200;

const PAGE_ERRORS: Readonly<Record<number, PageErrorKey>> = {
  403: 'forbidden',
  404: 'not_found',
  429: 'too_many_requests',
  503: 'unavailable',
};
/** The API's judgement of what was typed; everything else is no matter of the form. */
const ABOUT_THE_FORM = new Set([400, 409, 412, 413, 422]);
const SIGN_IN_AGAIN = {
  summary:
    'You signed in more than ten minutes ago, which is too long for this. Sign in again, come back to this page, and send it once more: what you typed is still here.',
  remedy: { label: 'Sign in again in a new tab', url: '/login?again=true&return_to=%2Fadmin' },
};

/**
 * What the API answered with.
 * @throws LoginRequired when the login is over, or too old for this; the person comes back to this page
 * @throws PageError with the API's sentence
 */
export function answerOf<T>({ data, error, response }: ApiResult<T>, request: FastifyRequest): T {
  if (response.ok) return data as T;
  const { status } = response;
  // A page that asks stands at the same address as what it asks for, so that a POST comes back to the question.
  if (status === 401) throw new LoginRequired(localPath(request.url), isAbout(error, 'login-too-old'));
  const detail = (error as ProblemBody | undefined)?.detail;
  const retryAfter = Number(response.headers.get('retry-after') ?? NaN);
  throw new PageError(PAGE_ERRORS[status] ?? (status < 500 ? 'bad_request' : 'server_error'), {
    ...(status < 500 && detail !== undefined && { detail }),
    ...(Number.isFinite(retryAfter) && { retryAfter }),
    cause: error,
  });
}

/** The version that was read, for `If-Match`. */
export function etagOf({ response }: Pick<ApiResult<unknown>, 'response'>): string {
  return response.headers.get('etag') ?? '';
}

/**
 * The same for a form: what the API finds wrong with its values is shown beside them. When the login is too old, what was
 * typed stays on the page while the person signs in elsewhere; a form in which nothing was typed is come back to.
 */
export function formAnswerOf<T>(
  result: ApiResult<T>,
  request: FastifyRequest,
  values: Readonly<Record<string, string>>,
): { readonly data: T } | Refused {
  const isTyped = Object.values(values).some((value) => value !== '');
  if (isTyped && isAbout(result.error, 'login-too-old'))
    return { form: { values, errors: {}, ...SIGN_IN_AGAIN }, isStale: false };
  if (result.response.ok || !ABOUT_THE_FORM.has(result.response.status)) return { data: answerOf(result, request) };
  const isStale = result.response.status === 412;
  return { form: refusedForm(result.error as ProblemBody, values), isStale };
}

/** Whether a form was refused. */
export function isRefused(answer: object): answer is Refused {
  return 'form' in answer;
}

/**
 * A form that was refused, and the version that its next try is about: the one that was read. After somebody else's
 * change it is theirs, which is shown beside what was typed: whoever sends the form again has seen both.
 */
export function anotherTry(
  { form, isStale }: Refused,
  etag: string,
  now: Version,
): { readonly form: FormView; readonly etag: string } {
  if (!isStale) return { form, etag };
  const others = Object.entries(now.values).filter(([name, value]) => value !== sentValue(form.values[name]));
  return {
    form: { ...form, errors: Object.fromEntries(others.map(([name, value]) => [name, isNow(value)])) },
    etag: now.etag,
  };
}

/** As it was before a browser sent it. */
function sentValue(value = ''): string {
  return value.replaceAll('\r\n', '\n');
}

function isNow(value: string): string {
  if (value === '' || value === 'on') return `It is ${value === 'on' ? 'ticked' : 'empty'} now.`;
  return value.length > MOST_SHOWN ? 'It is another one now.' : `It is “${value.replaceAll('\n', ', ')}” now.`;
}

function refusedForm({ detail, errors = [] }: ProblemBody, values: Readonly<Record<string, string>>): FormView {
  const named = errors.filter(({ field }) => field.split('.', 1)[0] !== '');
  const faults = Object.fromEntries(named.map(({ field, message }) => [field.split('.', 1)[0], message]));
  return { values, errors: faults, ...(named.length === 0 && { summary: detail }) };
}

function isAbout(error: unknown, type: string): boolean {
  return typeof error === 'object' && error !== null && (error as ProblemBody).type.endsWith(`/${type}`);
}
