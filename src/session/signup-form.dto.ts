import { IsOptional, IsString, MaxLength } from 'class-validator';
import { CreateUser } from '../users/create-user.dto.js';

/** The sign-up page's form. */
export class SignupForm extends CreateUser {
  @IsOptional() @IsString() @MaxLength(64) interaction?: string;
  @IsOptional() @IsString() @MaxLength(4_000) return_to?: string;
}
