import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';

/** A member that must be there, a text. What it may hold says the rule beside it. */
export const Text: PropertyDecorator = (target, property) => ApiProperty({ type: 'string' })(target, property);

/** A member of an answer. */
export const Shown = (options: ApiPropertyOptions): PropertyDecorator => ApiProperty(options);

/** A text of an answer, or null where there is none. */
export const MaybeText = (description: string): PropertyDecorator =>
  ApiProperty({ type: 'string', nullable: true, description });

/** A point in time of an answer (RFC 3339, UTC). */
export const Time = (description: string): PropertyDecorator =>
  ApiProperty({ type: 'string', format: 'date-time', description });

/** The same, or null where it has not come. */
export const MaybeTime = (description: string): PropertyDecorator =>
  ApiProperty({ type: 'string', nullable: true, format: 'date-time', description });
