import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsUUID, Length, ValidateIf } from 'class-validator';

/** `POST /tokens/revoke`: of a user, of an app, or of one at the other. */
export class TokenRevocationOrder {
  @ApiPropertyOptional({ format: 'uuid', description: 'Only of the user with this id' })
  @ValidateIf(({ user_id, client_id }: TokenRevocationOrder) => user_id !== undefined || client_id === undefined)
  @IsUUID(undefined, { message: 'Say whose: give the id of a user, the client id of an app, or both.' })
  user_id?: string;

  @ApiPropertyOptional({ description: 'Only of the app with this client id', minLength: 1, maxLength: 64 })
  @ValidateIf(({ client_id }: TokenRevocationOrder) => client_id !== undefined)
  @Length(1, 64, { message: 'That is no client id.' })
  client_id?: string;
}
