/** A client has no key for what it signed or asks for. */
export class NoClientKeyError extends Error {}
