import { IsString, MaxLength } from 'class-validator';
import { CreateUser } from '../users/create-user.dto.js';

/** The form that makes the first owner. */
export class SetupForm extends CreateUser {
  /** Of the one-time link. */
  @IsString() @MaxLength(64) token!: string;
}
