import { ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Text } from '../../api/fields.js';
import { Absent } from '../../api/page.dto.js';

/** One line: lists show it, on terminals as well. */
const LABEL = /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{1,100}$/u;
const MAX_SCOPES = 100;
const MAX_USES = 1_000_000;
const MIN_LIFETIME = 60;
const MAX_LIFETIME = 365 * 24 * 60 * 60;
const USUAL_LIFETIME = 30 * 24 * 60 * 60;

const whole = (from: number, to: number) => ({ message: `Give a whole number from ${from} to ${to}.` });

/** `POST /initial-access-tokens`. */
export class NewInitialAccessTokenOrder {
  @Text
  @Matches(LABEL, { message: 'Say what it is for, on one line of 1 to 100 characters.' })
  label!: string;

  @ApiPropertyOptional({ type: 'integer', description: 'How many apps may register with it', minimum: 1, default: 1 })
  @Absent()
  @IsInt(whole(1, MAX_USES))
  @Min(1, whole(1, MAX_USES))
  @Max(MAX_USES, whole(1, MAX_USES))
  max_uses: number = 1;

  @ApiPropertyOptional({ type: 'integer', description: 'Seconds that it lives', default: USUAL_LIFETIME })
  @Absent()
  @IsInt(whole(MIN_LIFETIME, MAX_LIFETIME))
  @Min(MIN_LIFETIME, whole(MIN_LIFETIME, MAX_LIFETIME))
  @Max(MAX_LIFETIME, whole(MIN_LIFETIME, MAX_LIFETIME))
  expires_in: number = USUAL_LIFETIME;

  @ApiPropertyOptional({ description: 'false: confidential apps that cannot do PKCE may register', default: true })
  @Absent()
  @IsBoolean({ message: 'true or false.' })
  pkce_required: boolean = true;

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'string' },
    description:
      'What apps may ask for at most, also of defined scopes that a person allows and that are not sensitive; every built-in one if absent',
  })
  @Absent()
  @IsArray({ message: 'Write a list.' })
  @ArrayMaxSize(MAX_SCOPES, { message: `At most ${MAX_SCOPES}.` })
  @IsString({ each: true, message: 'Write a list of texts.' })
  @ArrayUnique({ message: 'Each once.' })
  allowed_scopes?: string[];

  @ApiPropertyOptional({ description: 'Employee number of the user whose apps they become; nobody if absent' })
  @Absent()
  @MaxLength(64, { message: 'At most 64 characters.' })
  owner?: string;
}
