import { Transform } from 'class-transformer';
import { ValidateBy, type ValidationArguments } from 'class-validator';
import { isBirthdate } from './birthdate.js';
import { isEmail, normaliseEmail } from './email-address.js';
import { EMPLOYEE_NUMBER } from './employee-number.js';
import { passwordFault } from './password-policy.js';
import { phoneNumberE164 } from './phone-number.js';
import { isUsername, normaliseUsername } from './username.js';

/*
 * Validation of what people type about themselves. Each rule normalises first and checks what it will keep
 * (attack R88). Messages are names of texts in src/pages/locales.
 */

/** A user name, normalised. */
export const Username = (): PropertyDecorator => rule('username', normaliseUsername, isUsername);

/** An e-mail address, normalised. */
export const Email = (): PropertyDecorator => rule('email', normaliseEmail, isEmail);

/** The user's number in the organisation. */
export const EmployeeNumber = (): PropertyDecorator =>
  rule(
    'empUserId',
    (typed) => typed.trim(),
    (text) => EMPLOYEE_NUMBER.test(text),
  );

/** A day in the past, `YYYY-MM-DD`. */
export const Birthdate = (): PropertyDecorator =>
  rule(
    'dob',
    (typed) => typed.trim(),
    (text) => isBirthdate(text, new Date()),
  );

/** A phone number; E.164 after validation. */
export const PhoneNumber = (): PropertyDecorator =>
  rule(
    'phone',
    (typed) => phoneNumberE164(typed) ?? '',
    (text) => text !== '',
  );

/** A new password. The form's own `username` and `email` must not stand in it. */
export const NewPassword = (): PropertyDecorator =>
  ValidateBy({
    name: 'newPassword',
    validator: {
      validate: (value, args) => typeof value === 'string' && faultOf(value, args) === undefined,
      defaultMessage: (args) => `validation.password_${faultOf(args?.value, args) ?? 'too_short'}`,
    },
  });

/** A rule of one sentence: normalises, then judges. */
export function rule(
  name: string,
  normalise: (typed: string) => string,
  isValid: (text: string) => boolean,
): PropertyDecorator {
  const transform = Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? normalise(value) : value,
  );
  const validate = ValidateBy({
    name,
    validator: {
      validate: (value) => typeof value === 'string' && isValid(value),
      defaultMessage: () => `validation.${name}`,
    },
  });
  return (target, property) => {
    transform(target, property);
    validate(target, property);
  };
}

function faultOf(value: unknown, args: ValidationArguments | undefined): string | undefined {
  return typeof value === 'string' ? passwordFault(value, args?.object ?? {}) : 'too_short';
}
