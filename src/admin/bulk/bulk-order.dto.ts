import { ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
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
  @ValidateNested({ message: 'A filter is needed.' })
  @Type(() => UserBulkFilter)
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
  @ValidateNested({ message: 'A filter is needed.' })
  @Type(() => ClientBulkFilter)
  filter?: ClientBulkFilter;
}
