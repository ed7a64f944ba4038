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
  @IsOptional() @IsIn(['on']) remove_logo?: string;
}

/** Fields of the form that stand once per ticked box. */
export const APP_FORM_LISTS = ['scope', 'grant_types'];
