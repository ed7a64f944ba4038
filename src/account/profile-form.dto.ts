import { Equals, IsOptional } from 'class-validator';
import { Birthdate, PhoneNumber } from '../users/form-rules.js';

/** What a user may change about themselves. A field left empty is emptied. */
export class ProfileForm {
  @IsOptional() @Birthdate() dob?: string;
  @IsOptional() @PhoneNumber() phone?: string;
  @IsOptional() @Equals('on', { message: 'validation.invalid' }) remove_pic?: 'on';
}
