import type { User } from '../users/user.entity.js';

/** What an operator may see: everything but the password's hash. Names are those of the admin API. */
export function publicUser({
  id,
  username,
  email,
  employeeId,
  birthdate,
  phoneNumber,
  role,
  status,
  createdAt,
}: User): object {
  return {
    id,
    username,
    email,
    empUserId: employeeId,
    dob: birthdate,
    phone: phoneNumber,
    role,
    status,
    created_at: createdAt.toISOString(),
  };
}
