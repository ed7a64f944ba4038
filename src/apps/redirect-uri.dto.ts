import { IsString } from 'class-validator';

/** One callback URL to add to an app. */
export class AddRedirectUriForm {
  @IsString() redirect_uri!: string;
}
