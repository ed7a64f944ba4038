import { applyDecorators, type Type } from '@nestjs/common';
import { ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Type as TransformTo } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsNotEmptyObject,
  IsString,
  Length,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Shown } from '../../api/fields.js';
import { Absent } from '../../api/page.dto.js';
import { ClientQuery } from '../clients/client.dto.js';
import { UserQuery } from '../users/user.dto.js';
import { CLIENT_ACTIONS, type ClientAction, USER_ACTIONS, type UserAction } from './bulk-actions.js';

/** The most things that one operation acts on. */
export const MOST_TARGETS = 1_000;
const oneOf = (values: readonly string[]) => ({ message: `Choose one of ${values.join(', ')}.` });

/** Filters without the position of a page and its order: every row of the list. */
export class UserBulkFilter extends OmitType(UserQuery, ['limit', 'cursor', 'sort']) {}
export class ClientBulkFilter extends OmitType(ClientQuery, ['limit', 'cursor', 'sort']) {}

/**
 * A filter of some members, judged like the query of the list. Neither a list nor nothing will do: what names nothing fits
 * everything, which nobody means who deletes.
 */
const Filter = (type: () => Type): PropertyDecorator =>
  applyDecorators(
    IsNotEmptyObject(
      { nullable: false },
      { message: 'An object with at least one member; to act on everything, list the ids.' },
    ),
    ValidateNested(),
    TransformTo(type),
  );

class BulkIds {
  @ApiPropertyOptional({
    type: [String],
    minItems: 1,
    maxItems: MOST_TARGETS,
    description: `The ids; or a filter, which fits at most ${MOST_TARGETS}`,
  })
  @Absent()
  @IsArray({ message: 'A list of ids.' })
  @ArrayMinSize(1, { message: 'At least one.' })
  @ArrayMaxSize(MOST_TARGETS, { message: `At most ${MOST_TARGETS}.` })
  @ArrayUnique({ message: 'Each only once.' })
  @IsString({ each: true, message: 'A list of ids.' })
  @MaxLength(64, { each: true, message: 'There is no id as long as that.' })
  ids?: string[];
}

/** `POST /bulk/users`. */
export class UserBulkOrder extends BulkIds {
  @Shown({ enum: USER_ACTIONS })
  @IsIn(USER_ACTIONS, oneOf(USER_ACTIONS))
  action!: UserAction;

  @ApiPropertyOptional({ description: 'As of the list of users', type: () => UserBulkFilter })
  @Absent()
  @Filter(() => UserBulkFilter)
  filter?: UserBulkFilter;
}

/** `POST /bulk/clients`. */
export class ClientBulkOrder extends BulkIds {
  @Shown({ enum: CLIENT_ACTIONS })
  @IsIn(CLIENT_ACTIONS, oneOf(CLIENT_ACTIONS))
  action!: ClientAction;

  @ApiPropertyOptional({ description: 'What the owners read; needed to suspend', minLength: 1, maxLength: 500 })
  @ValidateIf((order: ClientBulkOrder) => order.action === 'suspend' || order.reason !== undefined)
  @Length(1, 500, { message: 'Say why, in 1 to 500 characters: the owner reads it.' })
  reason?: string;

  @ApiPropertyOptional({ description: 'As of the list of apps', type: () => ClientBulkFilter })
  @Absent()
  @Filter(() => ClientBulkFilter)
  filter?: ClientBulkFilter;
}
