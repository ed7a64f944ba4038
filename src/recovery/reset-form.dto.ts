import { IsOptional, IsString, MaxLength } from 'class-validator';
import { NewPassword } from '../users/form-rules.js';

/** A new password, allowed by a mailed link. */
export class ResetForm {
  @IsString() @MaxLength(64) token!: string;
  @NewPassword() new_password!: string;
  @IsOptional() @IsString() @MaxLength(64) interaction?: string;
}
