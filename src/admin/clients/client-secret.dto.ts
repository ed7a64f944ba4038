import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { Absent } from '../../api/page.dto.js';

const DAY = 24 * 60 * 60;
const MAX_OVERLAP = 30 * DAY;

/** `POST /clients/{id}/secrets`. */
export class NewClientSecret {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: MAX_OVERLAP,
    default: DAY,
    description: 'Seconds for which the secrets before it go on; 0 ends them at once',
  })
  @Absent()
  @IsInt({ message: 'A whole number of seconds is needed.' })
  @Min(0, { message: 'At least 0.' })
  @Max(MAX_OVERLAP, { message: `At most ${MAX_OVERLAP}: 30 days.` })
  overlap: number = DAY;
}
