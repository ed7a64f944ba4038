import { PictureError } from '../pictures/picture-error.js';
import { DuplicateUserError } from './duplicate-user-error.js';

/**
 * What a failure of `UserService` means for the form that caused it: a text key per faulty field.
 * @throws the error itself when it is no fault of the form
 */
export function formFaults(error: unknown): Record<string, string> {
  if (error instanceof DuplicateUserError) return { [error.field]: error.textKey };
  if (error instanceof PictureError) return { pic: error.textKey };
  throw error;
}
