/*
 * When something that was issued is still good, for the WHERE of a statement. Aliases: `token` and `g` the rows of tokens
 * and grants, `owner` the user, `client` the app. One place, so that no list shows what no endpoint would take.
 */

/** A grant that is missing fails every comparison. A password change ends a grant also when its row was written just after. */
export const GRANT_STANDS = `g.id IS NOT NULL AND g.revokedAt IS NULL
  AND owner.status = 'active' AND g.credentialsVersion = owner.credentialsVersion`;

/** Everything that a token hangs from is good. Its own end is not looked at. */
export const TOKEN_STANDS = `client.status = 'active' AND (token.grantId IS NULL OR (${GRANT_STANDS}))`;
