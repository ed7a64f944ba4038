import { IsIn, IsString } from 'class-validator';

/** For how long the old secret may go on, in seconds: not at all, an hour, a day, a week. */
export const OVERLAPS = [0, 3_600, 86_400, 604_800];

/** The form that replaces an app's secret. */
export class RotateForm {
  /** Names the secret that is to be replaced. */
  @IsString() form_id!: string;
  @IsIn(OVERLAPS.map(String)) overlap!: string;
}
