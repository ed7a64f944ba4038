import { ApiPropertyOptional } from '@nestjs/swagger';
import { Shown, Text } from './fields.js';

/** A value that is not allowed. */
export class FieldFaultResource {
  /** Where it stands, as in the request. */
  @Text field!: string;
  /** A sentence. */
  @Text message!: string;
  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'Of a document: the line where it stands' })
  line?: number;
  @ApiPropertyOptional({
    type: 'array',
    items: { oneOf: [{ type: 'string' }, { type: 'integer' }] },
    description: 'Of a document: names of members and positions in lists',
  })
  path?: readonly (string | number)[];
}

/** Problem details (RFC 9457). */
export class ProblemResource {
  @Shown({ type: 'string', format: 'uri', description: 'Names the kind of problem and never changes' }) type!: string;
  @Text title!: string;
  @Shown({ type: 'integer' }) status!: number;
  @Text detail!: string;
  @Shown({ type: 'string', format: 'uri', description: 'This occurrence: the id of the request in the log' })
  instance!: string;
  @ApiPropertyOptional({ type: [FieldFaultResource] }) errors?: FieldFaultResource[];
}
