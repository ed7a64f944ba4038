import { violatedKey } from '../sql/violated-key.js';

/** What of a user must differ from every other user's, under the names of the documented form. */
export type UniqueField = 'username' | 'email' | 'empUserId';

const FIELD_OF_KEY: Readonly<Record<string, UniqueField>> = {
  uq_users_username_key: 'username',
  'users.username_key': 'username',
  uq_users_email_key: 'email',
  'users.email_key': 'email',
  uq_users_emp_user_id: 'empUserId',
  'users.empUserId': 'empUserId',
};

/** Another user has this already. */
export class DuplicateUserError extends Error {
  /** Key of the sentence to show beside the field. */
  readonly textKey: `validation.${UniqueField}_taken`;

  constructor(
    readonly field: UniqueField,
    options?: ErrorOptions,
  ) {
    super(`${field} is taken`, options);
    this.textKey = `validation.${field}_taken`;
  }
}

/** The same error, or what it means when a unique index refused the write. */
export function asDuplicate(error: unknown): unknown {
  const field = FIELD_OF_KEY[violatedKey(error) ?? ''];
  return field === undefined ? error : new DuplicateUserError(field, { cause: error });
}
