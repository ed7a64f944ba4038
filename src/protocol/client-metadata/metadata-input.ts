import type { OpenIdClientMetadata } from '../openid-client-metadata.js';

/** The members of OpenID Connect Registration §2 and its relatives, as the standards name them. */
export type OpenIdMember = Exclude<keyof OpenIdClientMetadata, 'localized'>;

/** Not judged yet, so anything may stand in them; `client_name#de` and the like among them. */
export type OpenIdMembersInput = { readonly [member in OpenIdMember]?: unknown } & {
  readonly [localized: `${string}#${string}`]: unknown;
};

/** A client's registration as it is asked for (RFC 7591 §2); `kind` stands for application_type and more. */
export interface ClientMetadataInput extends OpenIdMembersInput {
  readonly kind: string;
  readonly client_name: string;
  readonly client_uri?: string;
  readonly redirect_uris: readonly string[];
  readonly grant_types?: readonly string[];
  readonly token_endpoint_auth_method?: string;
  readonly scope: readonly string[];
}

/** What is wrong with one value: a sentence that says what to do, and where in the value to look. */
export interface ValueFault {
  readonly message: string;
  /** Position in a list. */
  readonly item?: number;
  /** Characters of the value, or of that item, that are wrong (0-based). */
  readonly index?: number;
  readonly length?: number;
}

/** One thing to put right: which field, which of its values, which character. */
export interface MetadataFault extends ValueFault {
  readonly field: keyof ClientMetadataInput;
}
