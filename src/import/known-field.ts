import { IMPORT_FIELDS } from '../users/imported-user.dto.js';

type Field = (typeof IMPORT_FIELDS)[number];

/** What others call the same thing, without case and punctuation: Auth0, Keycloak, Django, WordPress, Excel. */
const ALIASES: Readonly<Record<string, Field>> = {
  userlogin: 'username',
  login: 'username',
  useremail: 'email',
  emailaddress: 'email',
  mail: 'email',
  userpass: 'password_hash',
  password: 'password_hash',
  firstname: 'given_name',
  lastname: 'family_name',
  displayname: 'name',
  fullname: 'name',
  birthdate: 'dob',
  phonenumber: 'phone',
  isactive: 'status',
  enabled: 'status',
  postcode: 'postal_code',
  zip: 'postal_code',
  street: 'street_address',
  city: 'locality',
  language: 'locale',
  timezone: 'zoneinfo',
  employeeid: 'empUserId',
};
const FIELDS: ReadonlyMap<string, Field> = new Map(IMPORT_FIELDS.map((field) => [bare(field), field]));

/** Which field somebody may have meant by a name that is not known. Never the name itself: it may be a value. */
export function meantField(name: string): Field | undefined {
  const asked = bare(name);
  return FIELDS.get(asked) ?? (Object.hasOwn(ALIASES, asked) ? ALIASES[asked] : undefined);
}

function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/g, '');
}
