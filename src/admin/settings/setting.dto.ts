import { ApiProperty } from '@nestjs/swagger';
import { IsDefined } from 'class-validator';

/** `PATCH /settings/{name}`. */
export class SettingPatch {
  @ApiProperty({
    oneOf: [{ type: 'string' }, { type: 'integer' }],
    description: 'As `choices`, `minimum` and `maximum` of the setting say',
  })
  @IsDefined({ message: 'A value is needed. DELETE returns to the default.' })
  value!: unknown;
}
