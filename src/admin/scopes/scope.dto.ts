import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Length, MaxLength, ValidateBy } from 'class-validator';
import { Text } from '../../api/fields.js';
import { Absent, Optional, PageQuery } from '../../api/page.dto.js';
import { MAX_SCOPE_NAME, scopeNameFault, SENSITIVITIES, type Sensitivity } from '../../protocol/custom-scope.js';
import { descriptionsFault } from '../../resources/descriptions.js';

const SORTS = ['name', '-name', 'created', '-created'] as const;
const oneOf = (values: readonly string[]) => ({ message: `Choose one of ${values.join(', ')}.` });

/** A rule that says what is wrong itself. */
const judged = (name: string, faultOf: (value: unknown) => string | undefined): PropertyDecorator =>
  ValidateBy({
    name,
    validator: {
      validate: (value) => faultOf(value) === undefined,
      defaultMessage: (found) => faultOf(found?.value) ?? '',
    },
  });

const ScopeName = () => judged('scopeName', (value) => (typeof value === 'string' ? scopeNameFault(value) : 'A text.'));
const Descriptions = () => judged('descriptions', descriptionsFault);
const describedAs = {
  type: 'object',
  additionalProperties: { type: 'string', maxLength: 200 },
  description: 'What people are asked, a sentence by language tag; `en` is needed',
  example: { en: 'See your photos', de: 'Deine Fotos sehen' },
} as const;

/** `GET /scopes`. */
export class ScopeQuery extends PageQuery {
  @Optional('The beginning of a name', { minLength: 1, maxLength: MAX_SCOPE_NAME })
  @Text
  @Length(1, MAX_SCOPE_NAME, { message: `From 1 to ${MAX_SCOPE_NAME} characters.` })
  search?: string;

  @Optional('Only scopes of the resource server with this id', { maxLength: 36 })
  @Text
  @MaxLength(36, { message: 'At most 36 characters.' })
  resource_id?: string;

  @Optional('Only scopes of this sensitivity', { enum: SENSITIVITIES })
  @IsIn(SENSITIVITIES, oneOf(SENSITIVITIES))
  sensitivity?: Sensitivity;

  @Optional('In place of those that were defined, the ones that are built in; they have one page and no filters', {
    type: 'boolean',
    default: false,
  })
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean({ message: 'true or false.' })
  is_built_in: boolean = false;

  @Optional('The order; a minus turns it round', { enum: SORTS, default: 'name' })
  @IsIn(SORTS, oneOf(SORTS))
  sort: (typeof SORTS)[number] = 'name';
}

/** `POST /scopes`. */
export class NewScopeBody {
  @ApiProperty({ type: 'string', description: 'As apps ask for it (RFC 6749 §3.3)', example: 'photos:read' })
  @ScopeName()
  name!: string;

  @ApiProperty(describedAs) @Descriptions() descriptions!: Record<string, string>;

  @ApiPropertyOptional({
    enum: SENSITIVITIES,
    default: 'normal',
    description: 'Sensitive: marked on the consent page, never ticked by itself, given to apps by administrators only',
  })
  @Absent()
  @IsIn(SENSITIVITIES, oneOf(SENSITIVITIES))
  sensitivity: Sensitivity = 'normal';

  @ApiPropertyOptional({
    type: 'boolean',
    default: true,
    description: 'Only a person can allow it; false: machines may have it too, given by administrators only',
  })
  @Absent()
  @IsBoolean({ message: 'true or false.' })
  needs_user: boolean = true;

  @ApiPropertyOptional({
    type: 'string',
    nullable: true,
    description: 'Id of the resource server that it opens something of; never changes',
  })
  @IsOptional()
  @IsString({ message: 'A text.' })
  @MaxLength(36, { message: 'At most 36 characters.' })
  resource_id?: string | null;
}

/** `PATCH /scopes/{id}`. */
export class ScopePatch {
  @ApiPropertyOptional(describedAs) @Absent() @Descriptions() descriptions?: Record<string, string>;

  @ApiPropertyOptional({ enum: SENSITIVITIES })
  @Absent()
  @IsIn(SENSITIVITIES, oneOf(SENSITIVITIES))
  sensitivity?: Sensitivity;

  @ApiPropertyOptional({ type: 'boolean' })
  @Absent()
  @IsBoolean({ message: 'true or false.' })
  needs_user?: boolean;
}

/** `POST /scopes/{id}/clients`. */
export class ScopeClientBody {
  @ApiProperty({ type: 'string', description: 'The client id of the app' })
  @IsString({ message: 'A text.' })
  @Length(1, 64, { message: 'From 1 to 64 characters.' })
  client_id!: string;
}
