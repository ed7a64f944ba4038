import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsString, MaxLength, ValidateBy } from 'class-validator';
import { Shown } from '../../api/fields.js';
import { Absent } from '../../api/page.dto.js';
import { isObject } from '../../protocol/json-value.js';

/** Characters; src/http/json-endpoints.ts lets that much in. More takes the server seconds to read. */
const MAX_DOCUMENT = 250_000;
const MAX_SECRETS = 1_000;
const SECRETS = `At most ${MAX_SECRETS} texts, each under its name.`;

function areTexts(value: unknown): boolean {
  if (!isObject(value)) return false;
  const texts = Object.values(value);
  return texts.length <= MAX_SECRETS && texts.every((text) => typeof text === 'string');
}

/** `POST /configuration/plan` and `/apply`. */
export class ConfigurationBody {
  @Shown({
    type: 'string',
    maxLength: MAX_DOCUMENT,
    description: 'YAML, as docs/declarative.md says',
    example: 'version: 1\nsettings:\n  REGISTRATION: invite\n',
  })
  @IsString({ message: 'A text is needed.' })
  @MaxLength(MAX_DOCUMENT, {
    message: `At most ${MAX_DOCUMENT} characters: send one section after the other, or use the command line.`,
  })
  document!: string;

  @ApiPropertyOptional({
    description: 'Whether to delete what the sections of the document do not declare, besides where it says so itself',
    default: false,
  })
  @Absent()
  @IsBoolean({ message: 'true or false.' })
  prune?: boolean;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string', minLength: 32, maxLength: 256 },
    description: 'What `{ env: NAME }` in the document leads to, by name. The environment of the server is never read',
  })
  @Absent()
  @ValidateBy({ name: 'secrets', validator: { validate: areTexts, defaultMessage: () => SECRETS } })
  secrets?: Record<string, string>;
}
