import { IsString, MaxLength } from 'class-validator';

/** The way back to the app from its login page. */
export class CancelForm {
  @IsString() @MaxLength(64) interaction!: string;
}
