import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

const REQUIRED = { message: 'validation.required' };

/** The login page's form. What is in it is compared, not kept, so only its size is limited. */
export class LoginForm {
  /** User name or e-mail address. */
  @IsString(REQUIRED) @IsNotEmpty(REQUIRED) @MaxLength(320, REQUIRED) username!: string;
  @IsString(REQUIRED) @IsNotEmpty(REQUIRED) @MaxLength(1_000, REQUIRED) password!: string;
  @IsOptional() @IsString() @MaxLength(64) interaction?: string;
  @IsOptional() @IsString() @MaxLength(4_000) return_to?: string;
}
