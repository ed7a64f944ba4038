import { IsOptional } from 'class-validator';
import { Birthdate, Email, EmployeeNumber, NewPassword, PhoneNumber, Username } from './form-rules.js';

/** What makes a user, under the documented names (docs: the users table). Sign-up, first admin and the CLI share it. */
export class CreateUser {
  @Username() username!: string;
  @NewPassword() password!: string;
  @Email() email!: string;
  /** Assigned when absent. */
  @IsOptional() @EmployeeNumber() empUserId?: string;
  @IsOptional() @Birthdate() dob?: string;
  @IsOptional() @PhoneNumber() phone?: string;
}
