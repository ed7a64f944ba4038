import { IsUUID } from 'class-validator';
import { Optional, PageQuery } from '../../api/page.dto.js';

/** `GET /sessions`. */
export class SessionQuery extends PageQuery {
  @Optional('Only sessions of the user with this id', { format: 'uuid' })
  @IsUUID(undefined, { message: 'That is no id of a user.' })
  user_id?: string;
}
