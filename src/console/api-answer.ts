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
}

const PAGE_ERRORS: Readonly<Record<number, PageErrorKey>> = {
  403: 'forbidden',
  404: 'not_found',
  429: 'too_many_requests',
  503: 'unavailable',
};
/** The API's judgement of what was typed; everything else is no matter of the form. */
const ABOUT_THE_FORM = new Set([400, 409, 412, 413, 422]);

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

/** The same for a form: what the API finds wrong with its values is shown beside them. */
export function formAnswerOf<T>(
  result: ApiResult<T>,
  request: FastifyRequest,
  values: Readonly<Record<string, string>>,
): { readonly data: T } | Refused {
  if (result.response.ok || !ABOUT_THE_FORM.has(result.response.status)) return { data: answerOf(result, request) };
  return { form: refusedForm(result.error as ProblemBody, values) };
}

/** Whether a form was refused. */
export function isRefused(answer: object): answer is Refused {
  return 'form' in answer;
}

function refusedForm({ detail, errors = [] }: ProblemBody, values: Readonly<Record<string, string>>): FormView {
  const named = errors.filter(({ field }) => field.split('.', 1)[0] !== '');
  const faults = Object.fromEntries(named.map(({ field, message }) => [field.split('.', 1)[0], message]));
  return { values, errors: faults, ...(named.length === 0 && { summary: detail }) };
}

function isAbout(error: unknown, type: string): boolean {
  return typeof error === 'object' && error !== null && (error as ProblemBody).type.endsWith(`/${type}`);
}
