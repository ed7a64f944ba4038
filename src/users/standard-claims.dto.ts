import { IsOptional } from 'class-validator';
import { Country, Language, Line, StreetLines, TimeZone, WebAddress } from './claim-rules.js';

/** The standard claims that a person may give beside the fields of sign-up, under their names (OIDC Core §5.1). */
export class StandardClaims {
  @IsOptional() @Line(200) name?: string;
  @IsOptional() @Line(100) given_name?: string;
  @IsOptional() @Line(100) family_name?: string;
  @IsOptional() @Line(100) middle_name?: string;
  @IsOptional() @Line(100) nickname?: string;
  @IsOptional() @WebAddress() profile?: string;
  @IsOptional() @WebAddress() website?: string;
  @IsOptional() @Line(50) gender?: string;
  @IsOptional() @TimeZone() zoneinfo?: string;
  @IsOptional() @Language() locale?: string;
  @IsOptional() @StreetLines(200) street_address?: string;
  @IsOptional() @Line(100) locality?: string;
  @IsOptional() @Line(100) region?: string;
  @IsOptional() @Line(20) postal_code?: string;
  @IsOptional() @Country() country?: string;
}
