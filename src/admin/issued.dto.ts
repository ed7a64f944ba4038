import { IsUUID, Length } from 'class-validator';
import { Text } from '../api/fields.js';
import { Optional, PageQuery } from '../api/page.dto.js';

/** Lists of what users allowed apps, and of what apps got for it. */
export class IssuedQuery extends PageQuery {
  @Optional('Only of the user with this id', { format: 'uuid' })
  @IsUUID(undefined, { message: 'That is no id of a user.' })
  user_id?: string;

  @Optional('Only of the app with this client id', { minLength: 1, maxLength: 64 })
  @Text
  @Length(1, 64, { message: 'That is no client id.' })
  client_id?: string;
}
