import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsString, Length, MaxLength, ValidateIf } from 'class-validator';
import { Shown, Text } from '../../api/fields.js';
import { Absent, Optional, PageQuery } from '../../api/page.dto.js';
import type { ClientStatus } from '../../clients/client.entity.js';
import { APP_KINDS, type AppKind } from '../../protocol/grant-types.js';
import { ClientMembers } from './client-members.dto.js';

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

/** `POST /clients`. */
export class NewClient extends ClientMembers {
  @Shown({ enum: APP_KINDS, description: 'What the app is; it stays' })
  @IsIn(APP_KINDS, oneOf(APP_KINDS))
  kind!: AppKind;

  @Shown({ type: 'string', description: 'The name that people see on the consent page' })
  @IsString({ message: 'Write a text.' })
  client_name!: string;

  @ApiPropertyOptional({
    type: 'string',
    nullable: true,
    description:
      'Employee number of the user who manages it in the panel; absent or null for an app of the installation',
  })
  @ValidateIf((_body, value) => value !== undefined && value !== null)
  @IsString({ message: 'Write a text.' })
  @Length(1, 64, { message: 'From 1 to 64 characters.' })
  owner?: string | null;
}

/** `PATCH /clients/{id}` (like RFC 7396): absent stays, `null` removes. */
export class ClientPatch extends ClientMembers {
  @ApiPropertyOptional({ description: 'The name that people see on the consent page' })
  @Absent()
  @IsString({ message: 'Write a text.' })
  client_name?: string;

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
