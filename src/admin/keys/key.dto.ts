import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayUnique, IsBoolean, IsIn } from 'class-validator';
import { Absent } from '../../api/page.dto.js';
import { SIGNING_ALGS, type SigningAlg } from '../../protocol/jose-algs.js';

/** `POST /keys/rotate`. */
export class KeyRotationOrder {
  @ApiPropertyOptional({ enum: SIGNING_ALGS, isArray: true, description: 'Only the keys of these; all when absent' })
  @Absent()
  @IsIn(SIGNING_ALGS, { each: true, message: `Choose from ${SIGNING_ALGS.join(', ')}.` })
  @ArrayUnique({ message: 'Each once.' })
  alg?: SigningAlg[];

  @ApiPropertyOptional({ description: 'Do not wait until every client can know the key', default: false })
  @Absent()
  @IsBoolean({ message: 'true or false.' })
  now?: boolean;
}
