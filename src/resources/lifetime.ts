/** Seconds that access tokens of a resource server may live: a minute to a day. They are revoked with their grant anyway. */
export const LIFETIME = { min: 60, max: 24 * 60 * 60 } as const;
