import { type ArgumentMetadata, Injectable, type PipeTransform, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { JsonBody } from '../http/json-body.js';
import { type FieldFault, Problem } from '../http/problem.js';
import { hasText, text } from '../pages/texts.js';
import { isObject } from '../protocol/json-value.js';
import { parseStrictJson } from '../protocol/strict-json.js';

const NO_FIELD = 'There is no such field.';

/** Makes the DTO that a handler declares from body or query. Unknown members are refused: a typing error must not pass. */
@Injectable()
export class DtoPipe implements PipeTransform {
  async transform(value: unknown, { type, metatype }: ArgumentMetadata): Promise<unknown> {
    if (type === 'body') return checked(metatype, bodyOf(value));
    if (type === 'query') return checked(metatype, value as object);
    return value;
  }
}

function bodyOf(value: unknown): object {
  if (value instanceof JsonBody) return parseStrictJson(value.text);
  throw new Problem('unsupported-media-type');
}

/** @throws Problem `validation-failed` with every fault */
async function checked(dto: Type | undefined, plain: object): Promise<unknown> {
  if (dto === undefined || dto === Object) throw new Error('a handler of the admin API declares no DTO');
  const inherited = inheritedNames(plain, '');
  if (inherited.length > 0) throw new Problem('validation-failed', undefined, { errors: inherited });
  const value = plainToInstance(dto, plain) as object;
  const faults = await validate(value, { whitelist: true, forbidNonWhitelisted: true, stopAtFirstError: true });
  if (faults.length === 0) return value;
  throw new Problem('validation-failed', undefined, { errors: faults.flatMap((fault) => faultsOf(fault, '')) });
}

/**
 * Members with a name that every object inherits: class-transformer and class-validator take them for what the language
 * means by them, so they are refused before either sees them.
 */
function inheritedNames(value: unknown, above: string): FieldFault[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => inheritedNames(item, `${above}${index}.`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name in Object.prototype
      ? [{ field: `${above}${name}`, message: NO_FIELD }]
      : inheritedNames(member, `${above}${name}.`),
  );
}

function faultsOf({ property, constraints, children = [] }: ValidationError, above: string): FieldFault[] {
  const field = `${above}${property}`;
  const [message] = Object.entries(constraints ?? {}).map(([rule, said]) => sentence(rule, said));
  const own = message === undefined ? [] : [{ field, message }];
  return [...own, ...children.flatMap((child) => faultsOf(child, `${field}.`))];
}

/** Rules of forms name a text of the pages; class-validator's own speak for themselves. */
function sentence(rule: string, said: string): string {
  if (rule === 'whitelistValidation') return NO_FIELD;
  if (hasText(said)) return text(said);
  const whole = `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
  return whole.endsWith('.') ? whole : `${whole}.`;
}
