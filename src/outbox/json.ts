/** What JSON can hold (RFC 8259). Type aliases, not interfaces: only they fit an index signature. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export type JsonObject = { readonly [member: string]: JsonValue };
