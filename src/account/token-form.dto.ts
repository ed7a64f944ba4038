import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

/** The button of a page that a mailed link leads to. */
export class TokenForm {
  @IsString() @MaxLength(64) token!: string;
  /** Of a change of address. */
  @IsOptional() @IsIn(['agree', 'stop']) decision?: 'agree' | 'stop';
}
