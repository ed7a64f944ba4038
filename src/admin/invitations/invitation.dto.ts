import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, MaxLength, MinLength } from 'class-validator';
import { Text } from '../../api/fields.js';
import { Absent, Optional, PageQuery } from '../../api/page.dto.js';
import { Language, Line } from '../../users/claim-rules.js';
import { Email } from '../../users/form-rules.js';
import { INVITATION_STATES, type InvitationState } from '../../users/invitation-directory.service.js';
import type { UserRole } from '../../users/user.entity.js';
import { USER_ROLES } from '../users/user.dto.js';

const oneOf = (values: readonly string[]) => ({ message: `Choose one of ${values.join(', ')}.` });

/** `GET /invitations`. */
export class InvitationQuery extends PageQuery {
  @Optional('Only invitations of this state', { enum: INVITATION_STATES })
  @IsIn(INVITATION_STATES, oneOf(INVITATION_STATES))
  state?: InvitationState;

  @Optional('The beginning of an e-mail address', { minLength: 1, maxLength: 254 })
  @Text
  @MinLength(1, { message: 'At least one character.' })
  @MaxLength(254, { message: 'At most 254 characters.' })
  search?: string;
}

/** `POST /invitations`. */
export class InvitationOrder {
  @Text @Email() email!: string;
  @ApiPropertyOptional({ description: 'Full name', maxLength: 200 }) @IsOptional() @Line(200) name?: string;
  @ApiPropertyOptional({ description: 'BCP 47: the language of the mail, and of the account', example: 'de-AT' })
  @IsOptional()
  @Language()
  locale?: string;

  @ApiPropertyOptional({ enum: USER_ROLES, default: 'user', description: 'Another one than user: owners only' })
  @Absent()
  @IsIn(USER_ROLES, oneOf(USER_ROLES))
  role: UserRole = 'user';
}
