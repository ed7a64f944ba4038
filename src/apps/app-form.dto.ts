import { IsArray, IsIn, IsOptional, IsString, IsUUID } from 'class-validator';

/**
 * The shape of the form for a new app and for changing one; the fields carry the names of RFC 7591 §2. What may stand
 * in them is judged by `checkClientMetadata`. The kind is not among them: it is chosen once and never changed.
 */
export class AppForm {
  /** Becomes the id of the new app, so that a form that is sent twice makes one app. */
  @IsOptional() @IsUUID(7) form_id?: string;
  @IsOptional() @IsString() client_name?: string;
  @IsOptional() @IsString() client_uri?: string;
  /** One per line. */
  @IsOptional() @IsString() redirect_uris?: string;
  @IsArray() @IsString({ each: true }) scope!: string[];
  @IsArray() @IsString({ each: true }) grant_types!: string[];
  @IsOptional() @IsString() token_endpoint_auth_method?: string;
  @IsOptional() @IsString() policy_uri?: string;
  @IsOptional() @IsString() tos_uri?: string;
  @IsOptional() @IsString() id_token_signed_response_alg?: string;
  @IsOptional() @IsString() initiate_login_uri?: string;
  /** One per line. */
  @IsOptional() @IsString() post_logout_redirect_uris?: string;
  @IsOptional() @IsString() backchannel_logout_uri?: string;
  @IsOptional() @IsString() frontchannel_logout_uri?: string;
  @IsOptional() @IsString() jwks_uri?: string;
  /** JSON. */
  @IsOptional() @IsString() jwks?: string;
  @IsOptional() @IsIn(['on']) remove_logo?: string;
}

/** Fields of the form that stand once per ticked box. */
export const APP_FORM_LISTS = ['scope', 'grant_types'];
