import { IsString, MaxLength } from 'class-validator';
import { Email } from '../users/form-rules.js';

const REQUIRED = { message: 'validation.required' };

/** Another address, allowed by the password. */
export class EmailForm {
  @Email() email!: string;
  @IsString(REQUIRED) @MaxLength(1_000, { message: 'validation.password_wrong' }) current_password!: string;
}
