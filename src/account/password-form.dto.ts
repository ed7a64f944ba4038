import { IsString, MaxLength } from 'class-validator';
import { NewPassword } from '../users/form-rules.js';

const REQUIRED = { message: 'validation.required' };

/** A new password, allowed by the current one. */
export class PasswordForm {
  @IsString(REQUIRED) @MaxLength(1_000, { message: 'validation.password_wrong' }) current_password!: string;
  @NewPassword() new_password!: string;
}
