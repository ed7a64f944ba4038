import { IsArray, IsIn, IsString, IsUUID, MaxLength } from 'class-validator';

/** What the consent page sends. */
export class ConsentForm {
  @IsUUID() interaction!: string;
  /** Whom the page was shown to: somebody else may have signed in since, in another tab. */
  @IsUUID() account!: string;
  /** The button that was pressed. */
  @IsIn(['allow', 'deny', 'switch']) decision!: 'allow' | 'deny' | 'switch';
  /** The ticked boxes. */
  @IsArray() @IsString({ each: true }) @MaxLength(100, { each: true }) scope!: string[];
}
