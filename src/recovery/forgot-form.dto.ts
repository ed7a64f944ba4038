import { IsOptional, IsString, MaxLength } from 'class-validator';
import { Email } from '../users/form-rules.js';

/** Whose password is lost, and where the person came from. */
export class ForgotForm {
  @Email() email!: string;
  @IsOptional() @IsString() @MaxLength(64) interaction?: string;
  @IsOptional() @IsString() @MaxLength(4_000) return_to?: string;
}
