/** RFC 6749 §5.1. */
export interface TokenResponse {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  /** Seconds. */
  readonly expires_in: number;
  readonly scope: string;
  readonly refresh_token?: string;
  /** OpenID Connect Core §3.1.3.3. */
  readonly id_token?: string;
}

/** RFC 7662 §2.2. An inactive token says nothing else. */
export type IntrospectionResponse =
  | { readonly active: false }
  | {
      readonly active: true;
      readonly iss: string;
      readonly client_id: string;
      readonly sub: string;
      readonly scope: string;
      /** Absent for this server's own endpoints. */
      readonly aud?: string;
      readonly token_type: 'Bearer' | 'refresh_token';
      /** Seconds since the epoch. */
      readonly exp: number;
      readonly iat: number;
      readonly username?: string;
    };
