import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { Text } from '../../api/fields.js';
import { Absent, Optional, PageQuery } from '../../api/page.dto.js';
import { MAX_IDENTIFIER } from '../../protocol/resource-indicator.js';
import { LIFETIME } from '../../resources/lifetime.js';
import type { ResourceStatus } from '../../scopes/resource-server.entity.js';
import { Line } from '../../users/claim-rules.js';

const STATUSES = ['active', 'suspended'] as const;
const SORTS = ['name', '-name', 'identifier', '-identifier', 'created', '-created'] as const;
const oneOf = (values: readonly string[]) => ({ message: `Choose one of ${values.join(', ')}.` });

/** `GET /resources`. */
export class ResourceQuery extends PageQuery {
  @Optional('The beginning of a name or an identifier', { minLength: 1, maxLength: MAX_IDENTIFIER })
  @Text
  @Length(1, MAX_IDENTIFIER, { message: `From 1 to ${MAX_IDENTIFIER} characters.` })
  search?: string;

  @Optional('Only resource servers of this status', { enum: STATUSES })
  @IsIn(STATUSES, oneOf(STATUSES))
  status?: ResourceStatus;

  @Optional('The order; a minus turns it round', { enum: SORTS, default: 'name' })
  @IsIn(SORTS, oneOf(SORTS))
  sort: (typeof SORTS)[number] = 'name';
}

const lifetime = {
  type: 'integer',
  nullable: true,
  minimum: LIFETIME.min,
  maximum: LIFETIME.max,
  description: 'Seconds; null for what the installation gives',
} as const;
const app = {
  type: 'string',
  nullable: true,
  description: 'The client id as which it asks what tokens are worth (RFC 7662)',
} as const;

/** `POST /resources`. */
export class NewResourceBody {
  @ApiProperty({
    type: 'string',
    description: 'Absolute URI without fragment, the audience of its tokens (RFC 8707); never changes',
    example: 'https://api.example.com/photos',
  })
  @IsString({ message: 'A text.' })
  @Length(1, MAX_IDENTIFIER, { message: `From 1 to ${MAX_IDENTIFIER} characters.` })
  identifier!: string;

  @ApiProperty({ type: 'string', minLength: 1, maxLength: 100 })
  @Length(1, 100, { message: 'From 1 to 100 characters.' })
  @Line(100)
  name!: string;

  @ApiPropertyOptional(lifetime)
  @IsOptional()
  @IsInt({ message: 'A whole number of seconds is needed.' })
  @Min(LIFETIME.min, { message: `At least ${LIFETIME.min} seconds.` })
  @Max(LIFETIME.max, { message: `At most ${LIFETIME.max} seconds.` })
  access_token_lifetime?: number | null;

  @ApiPropertyOptional(app)
  @IsOptional()
  @IsString({ message: 'A text.' })
  @Length(1, 64, { message: 'From 1 to 64 characters.' })
  client_id?: string | null;
}

/** `PATCH /resources/{id}`: absent stays, `null` empties. */
export class ResourcePatch {
  @ApiPropertyOptional({ type: 'string', minLength: 1, maxLength: 100 })
  @Absent()
  @Length(1, 100, { message: 'From 1 to 100 characters.' })
  @Line(100)
  name?: string;

  @ApiPropertyOptional(lifetime)
  @IsOptional()
  @IsInt({ message: 'A whole number of seconds is needed.' })
  @Min(LIFETIME.min, { message: `At least ${LIFETIME.min} seconds.` })
  @Max(LIFETIME.max, { message: `At most ${LIFETIME.max} seconds.` })
  access_token_lifetime?: number | null;

  @ApiPropertyOptional(app)
  @IsOptional()
  @IsString({ message: 'A text.' })
  @Length(1, 64, { message: 'From 1 to 64 characters.' })
  client_id?: string | null;

  @ApiPropertyOptional({
    enum: STATUSES,
    description: 'Suspended: no new tokens, and those that there are open nothing',
  })
  @Absent()
  @IsIn(STATUSES, oneOf(STATUSES))
  status?: ResourceStatus;
}
