import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, Length, MaxLength, ValidateIf } from 'class-validator';
import { Text } from '../../api/fields.js';
import { Absent, Optional, PageQuery } from '../../api/page.dto.js';
import type { ClientStatus } from '../../clients/client.entity.js';
import { APP_KINDS } from '../../protocol/grant-types.js';

const STATUSES = ['active', 'suspended'] as const;
const SORTS = ['created', '-created', 'name', '-name'] as const;
const oneOf = (values: readonly string[]) => ({ message: `Choose one of ${values.join(', ')}.` });

/** `GET /clients`. */
export class ClientQuery extends PageQuery {
  @Optional('The beginning of a name, or a whole client id', { minLength: 1, maxLength: 100 })
  @Text
  @Length(1, 100, { message: 'From 1 to 100 characters.' })
  search?: string;

  @Optional('Only apps of this status', { enum: STATUSES })
  @IsIn(STATUSES, oneOf(STATUSES))
  status?: ClientStatus;

  @Optional('Only apps of this kind', { enum: APP_KINDS })
  @IsIn(APP_KINDS, oneOf(APP_KINDS))
  kind?: string;

  @Optional('Only apps that somebody vouched for, or that nobody did', { type: 'boolean' })
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean({ message: 'true or false.' })
  is_verified?: boolean;

  @Optional('Only apps of the user with this employee number', { maxLength: 64 })
  @Text
  @MaxLength(64, { message: 'At most 64 characters.' })
  owner?: string;

  @Optional('The order; a minus turns it round', { enum: SORTS, default: '-created' })
  @IsIn(SORTS, oneOf(SORTS))
  sort: (typeof SORTS)[number] = '-created';
}

/** `PATCH /clients/{id}`. */
export class ClientPatch {
  @ApiPropertyOptional({ description: 'Vouch for the app as people see it now: the consent page says so' })
  @Absent()
  @IsBoolean({ message: 'true or false.' })
  is_verified?: boolean;

  @ApiPropertyOptional({ enum: STATUSES, description: 'Suspended: the app can do nothing, its tokens open nothing' })
  @Absent()
  @IsIn(STATUSES, oneOf(STATUSES))
  status?: ClientStatus;

  @ApiPropertyOptional({ description: 'What the owner reads; needed to suspend', minLength: 1, maxLength: 500 })
  @ValidateIf((patch: ClientPatch) => patch.status === 'suspended' || patch.suspended_reason !== undefined)
  @Length(1, 500, { message: 'Say why, in 1 to 500 characters: the owner reads it.' })
  suspended_reason?: string;
}
