import { Equals, IsOptional } from 'class-validator';
import { Birthdate, PhoneNumber } from '../users/form-rules.js';
import { StandardClaims } from '../users/standard-claims.dto.js';

/** What a user may change about themselves. A field left empty is emptied. */
export class ProfileForm extends StandardClaims {
  @IsOptional() @Birthdate() dob?: string;
  @IsOptional() @PhoneNumber() phone?: string;
  @IsOptional() @Equals('on', { message: 'validation.invalid' }) remove_pic?: 'on';
}
