import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { hasText, text } from '../pages/texts.js';
import { ImportedUser } from '../users/imported-user.dto.js';
import { meantField } from './known-field.js';
import type { SourceRow } from './source-row.js';

/** Why a row makes no user. */
export interface RowFault {
  /** Undefined where it is about the whole row. */
  readonly field?: string;
  /** A sentence. Never holds the value. */
  readonly message: string;
}

/** A row after the rules of sign-up, before the comparison with other users. */
export interface JudgedRow {
  readonly number: number;
  readonly bytes: number;
  readonly user?: ImportedUser;
  readonly faults: readonly RowFault[];
}

const MAX_FIELD = 64;

/** Holds a row against the rules that people's own sign-up follows. Every faulty field is named. */
export async function judged({ number, bytes, values, fault }: SourceRow): Promise<JudgedRow> {
  if (values === undefined) return { number, bytes, faults: [{ message: fault ?? 'The row cannot be read.' }] };
  const user = plainToInstance(ImportedUser, values);
  const found = await validate(user, { whitelist: true, forbidNonWhitelisted: true, stopAtFirstError: true });
  const faults = found.map(({ property, constraints = {} }) => {
    const [rule, said] = Object.entries(constraints)[0] ?? ['', 'This is not allowed.'];
    return { field: property.slice(0, MAX_FIELD), message: sentence(property, rule, said) };
  });
  return { number, bytes, faults, ...(faults.length === 0 && { user }) };
}

function sentence(property: string, rule: string, said: string): string {
  if (rule === 'whitelistValidation') {
    const meant = meantField(property);
    return `There is no such field.${meant === undefined ? '' : ` Is it '${meant}'?`}`;
  }
  return hasText(said) ? text(said) : said;
}
