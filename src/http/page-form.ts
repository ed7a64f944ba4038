import type { MultipartFile } from '@fastify/multipart';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { parseParams } from '../protocol/params.js';
import { PageError } from './page-error.js';

/** What a person typed, as it was typed, for showing the form again. */
export type FormFields = Record<string, string>;

export interface FormResult<T> {
  /** The validated form; absent when there are errors. */
  readonly value?: T;
  readonly fields: FormFields;
  /** Ticked boxes and the like: every value of the fields named as lists. */
  readonly lists: Record<string, readonly string[]>;
  /** One text key per faulty field (src/pages/locales). */
  readonly errors: Record<string, string>;
  /** The uploaded file, if one was chosen. */
  readonly file?: Buffer;
}

interface FormOptions {
  /** Fields that may stand several times; they are always lists in the DTO. */
  readonly lists?: readonly string[];
  /** Whether the form has a file input; others are refused as multipart. */
  readonly takesFile?: boolean;
}

const MOST_UPLOADS = 16;
/** Seconds. */
const UPLOAD_RETRY_AFTER = 5;
let uploadsUnderWay = 0;

/** What a form holds, judged by nobody yet. */
export type FormContent = Pick<FormResult<never>, 'fields' | 'lists' | 'file'>;

/**
 * Reads and validates a form that a page of ours sent, url-encoded or multipart (one file at most).
 * Unknown and repeated fields are refused: no page of ours sends them.
 * @throws PageError `bad_request`, `too_large`
 * @throws OAuthError `invalid_request` for a malformed encoding; shown as a page too
 */
export async function readForm<T extends object>(
  request: FastifyRequest,
  dto: new () => T,
  options: FormOptions = {},
): Promise<FormResult<T>> {
  const content = await readFields(request, options);
  const value = plainToInstance(dto, { ...content.fields, ...content.lists });
  const errors = await validationErrors(value);
  return Object.keys(errors).length === 0 ? { ...content, errors, value } : { ...content, errors };
}

/**
 * Reads a form whose values somebody else judges, as the admin API does for the console's forms.
 * @throws PageError, OAuthError like `readForm`
 */
export async function readFields(
  request: FastifyRequest,
  { lists = [], takesFile = false }: FormOptions = {},
): Promise<FormContent> {
  if (request.isMultipart() && !takesFile) throw new PageError('bad_request');
  return request.isMultipart() ? readUpload(request, lists) : readEncoded(request, lists);
}

async function validationErrors(value: object): Promise<Record<string, string>> {
  const faults = await validate(value, { whitelist: true, forbidNonWhitelisted: true, stopAtFirstError: true });
  const errors: Record<string, string> = {};
  for (const { property, constraints = {} } of faults) {
    if ('whitelistValidation' in constraints) throw new PageError('bad_request');
    errors[property] = Object.values(constraints)[0] ?? 'validation.invalid';
  }
  return errors;
}

function readEncoded(request: FastifyRequest, repeatable: readonly string[]): FormContent {
  if (request.body === undefined || request.body === null) return contentOf('', repeatable);
  if (typeof request.body !== 'string') throw new PageError('bad_request');
  return contentOf(request.body, repeatable);
}

/** Uploads stay in memory until they are decoded, so only so many are read at once. */
async function readUpload(request: FastifyRequest, repeatable: readonly string[]): Promise<FormContent> {
  if (uploadsUnderWay >= MOST_UPLOADS) throw new PageError('unavailable', { retryAfter: UPLOAD_RETRY_AFTER });
  uploadsUnderWay += 1;
  try {
    return await readMultipart(request, repeatable);
  } finally {
    uploadsUnderWay -= 1;
  }
}

async function readMultipart(request: FastifyRequest, repeatable: readonly string[]): Promise<FormContent> {
  const encoded = new URLSearchParams();
  let file: Buffer | undefined;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') file = (await readFile(part)) ?? file;
      else encoded.append(part.fieldname, String(part.value));
    }
  } catch (cause) {
    throw new PageError(isTooLarge(cause) ? 'too_large' : 'bad_request', { cause });
  }
  return { ...contentOf(encoded.toString(), repeatable), ...(file === undefined ? {} : { file }) };
}

function contentOf(encoded: string, repeatable: readonly string[]): FormContent {
  const { values, lists } = parseParams(encoded, { repeatable, allowLineBreaks: true });
  return { fields: { ...values }, lists: Object.fromEntries(repeatable.map((name) => [name, lists[name] ?? []])) };
}

/** A file input left empty arrives as a file of no bytes. */
async function readFile(part: MultipartFile): Promise<Buffer | undefined> {
  const bytes = await part.toBuffer();
  return bytes.length === 0 ? undefined : bytes;
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error && error.statusCode === 413;
}
