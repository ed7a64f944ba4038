import { OmitType } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { CreateUser } from '../users/create-user.dto.js';

/** The form of somebody who was invited. The address is that of the invitation, whatever a form says. */
export class InvitationForm extends OmitType(CreateUser, ['email']) {
  /** Of the mailed link. */
  @IsString() @MaxLength(64) token!: string;
}
