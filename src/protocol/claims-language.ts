/**
 * The language of what the server itself says in claims, such as the name of a country. `claims_locales` (OpenID Connect
 * Core §5.2) is accepted and changes nothing: what people wrote about themselves is kept once, as they wrote it.
 */
export const CLAIMS_LANGUAGE = 'en';
