import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { Shown, Text } from '../../api/fields.js';
import { Absent, PageQuery } from '../../api/page.dto.js';
import { IMPORT_FORMATS, type ImportFormat } from '../../import/user-import.entity.js';
import { MAX_PARTS } from '../../import/user-imports.service.js';

/** Characters of one part; src/http/json-endpoints.ts lets that much in. */
const MAX_DATA = 1_000_000;

/** `GET /user-imports`. */
export class UserImportQuery extends PageQuery {}

/** `GET /user-imports/{id}/errors`. */
export class UserImportErrorQuery extends PageQuery {}

class Part {
  @Shown({
    type: 'string',
    maxLength: MAX_DATA,
    description: 'The text of the file, or its next piece; cut between characters',
  })
  @IsString({ message: 'A text is needed.' })
  @MaxLength(MAX_DATA, { message: `At most ${MAX_DATA} characters: send the file in parts.` })
  @Matches(/^\P{Cs}*$/u, { message: 'Half a character: cut the file between characters.' })
  data!: string;

  @ApiPropertyOptional({ description: 'Whether further parts follow; the work begins with the last', default: false })
  @Absent()
  @IsBoolean({ message: 'true or false.' })
  has_more?: boolean;
}

/** `POST /user-imports`. */
export class NewUserImport extends Part {
  @Text
  @IsString({ message: 'A text is needed.' })
  @MinLength(1, { message: 'At least one character.' })
  @MaxLength(255, { message: 'At most 255 characters.' })
  name!: string;

  @Shown({ enum: IMPORT_FORMATS, description: '`json`: an array of objects, or one object on each line' })
  @IsIn(IMPORT_FORMATS, { message: `Choose one of ${IMPORT_FORMATS.join(', ')}.` })
  format!: ImportFormat;

  @ApiPropertyOptional({ description: 'Judge every row, make nobody', default: false })
  @Absent()
  @IsBoolean({ message: 'true or false.' })
  dry_run?: boolean;
}

/** `POST /user-imports/{id}/parts`. */
export class NextPart extends Part {
  @Shown({ type: 'integer', minimum: 2, maximum: MAX_PARTS, description: 'One more than `parts` of the import' })
  @IsInt({ message: 'A whole number is needed.' })
  @Min(2, { message: 'At least 2: the first part came with the import.' })
  @Max(MAX_PARTS, { message: `At most ${MAX_PARTS}.` })
  number!: number;
}
