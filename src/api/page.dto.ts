import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min, ValidateBy, ValidateIf } from 'class-validator';
import { DATE_TIME_ADVICE, parseDateTime } from '../protocol/date-time.js';

export const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 100;
const MAX_CURSOR = 1_000;

/** A member of a body that may be left out. `null` says something, and is judged by the rules beside this one. */
export const Absent = (): PropertyDecorator => ValidateIf((_body, value) => value !== undefined);

/** A query parameter, or a member of a filter, that may be left out. */
export const Optional = (description: string, options: Record<string, unknown> = {}): PropertyDecorator =>
  applyDecorators(Absent(), ApiPropertyOptional({ description, ...options }));

/** A number of the query. Digits only: `0x10`, `1e1` and ` 5` are no numbers to a reader. */
export const Digits = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? (/^\d{1,9}$/.test(value) ? Number(value) : Number.NaN) : value,
  );

/** A query parameter that is a moment, and may be left out (RFC 3339 §5.6). */
export const OptionalTime = (description: string): PropertyDecorator =>
  applyDecorators(
    Optional(description, { format: 'date-time' }),
    ValidateBy({
      name: 'isDateTime',
      validator: {
        validate: (value) => typeof value === 'string' && parseDateTime(value) !== undefined,
        defaultMessage: () => DATE_TIME_ADVICE,
      },
    }),
  );

/** What every list takes. */
export class PageQuery {
  @Optional('Rows of a page', { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT })
  @Digits()
  @IsInt({ message: 'A whole number is needed.' })
  @Min(1, { message: 'At least 1.' })
  @Max(MAX_LIMIT, { message: `At most ${MAX_LIMIT}.` })
  limit: number = DEFAULT_LIMIT;

  @Optional('`next` of the page before; only with the same filters and the same order', { type: 'string' })
  @IsString({ message: 'One text is needed.' })
  @MaxLength(MAX_CURSOR, { message: 'That is no cursor.' })
  cursor?: string;
}
