import { IsOptional, IsString } from 'class-validator';

/** The form that deletes an app. */
export class DeleteForm {
  /** The app's name, typed again. */
  @IsOptional() @IsString() confirmation?: string;
}
