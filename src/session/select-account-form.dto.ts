import { IsIn, IsUUID } from 'class-validator';

/** What the account selection page sends. */
export class SelectAccountForm {
  @IsUUID() interaction!: string;
  /** Whom the page offered: somebody else may have signed in since, in another tab. */
  @IsUUID() account!: string;
  /** The button that was pressed. */
  @IsIn(['continue', 'other']) choice!: 'continue' | 'other';
}
