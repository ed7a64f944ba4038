import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, Length, Max, Min } from 'class-validator';
import { Text } from '../../api/fields.js';
import { Absent, Optional, PageQuery } from '../../api/page.dto.js';
import { EVENT_PATTERNS, type EventPattern } from '../../webhooks/event-patterns.js';
import { DELIVERY_STATES, type DeliveryState } from '../../webhooks/webhook-delivery.entity.js';
import { WEBHOOK_STATUSES, type WebhookStatus } from '../../webhooks/webhook.entity.js';

const MAX_OVERLAP_SECONDS = 7 * 24 * 60 * 60;
const DEFAULT_OVERLAP_SECONDS = 24 * 60 * 60;
const oneOf = (values: readonly string[]) => ({ message: `Choose one of ${values.join(', ')}.` });

const Name = () => Length(1, 100, { message: 'A name of 1 to 100 characters, so that you recognise it.' });
const Url = () => Length(1, 2000, { message: 'An address of 1 to 2000 characters, like https://example.com/hook.' });
const Events = (): PropertyDecorator =>
  applyDecorators(
    IsArray({ message: 'A list of events is needed.' }),
    ArrayMinSize(1, { message: 'Choose at least one event; * is all of them.' }),
    ArrayMaxSize(EVENT_PATTERNS.length, { message: 'That is more than there are.' }),
    ArrayUnique({ message: 'Each once.' }),
    IsIn(EVENT_PATTERNS, {
      each: true,
      message: 'There is no such event. Use a name, like user.created, user.* or *.',
    }),
  );
const EVENTS = { enum: EVENT_PATTERNS, isArray: true, minItems: 1, description: 'Names, all of a kind, or *' } as const;

/** `GET /webhooks/{id}/deliveries`. */
export class DeliveryQuery extends PageQuery {
  @Optional('Only deliveries in this state', { enum: DELIVERY_STATES })
  @IsIn(DELIVERY_STATES, oneOf(DELIVERY_STATES))
  state?: DeliveryState;
}

/** `POST /webhooks`. */
export class NewWebhook {
  @Text @Name() name!: string;
  @ApiProperty({ format: 'uri', description: 'https; takes POST and answers 2xx within 5 seconds', maxLength: 2000 })
  @Url()
  url!: string;
  @ApiProperty(EVENTS) @Events() events!: EventPattern[];
}

/** `PATCH /webhooks/{id}`. */
export class WebhookPatch {
  @ApiPropertyOptional({ minLength: 1, maxLength: 100 }) @Absent() @Name() name?: string;
  @ApiPropertyOptional({ format: 'uri', maxLength: 2000 }) @Absent() @Url() url?: string;
  @ApiPropertyOptional(EVENTS) @Absent() @Events() events?: EventPattern[];
  @ApiPropertyOptional({ enum: WEBHOOK_STATUSES, description: 'Disabled: events are held, for you to replay' })
  @Absent()
  @IsIn(WEBHOOK_STATUSES, oneOf(WEBHOOK_STATUSES))
  status?: WebhookStatus;
}

/** `POST /webhooks/{id}/rotate-secret`. */
export class SecretRotationOrder {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: MAX_OVERLAP_SECONDS,
    default: DEFAULT_OVERLAP_SECONDS,
    description: 'Seconds that the old secret signs as well; 0 after a leak',
  })
  @Absent()
  @IsInt({ message: 'A whole number of seconds is needed.' })
  @Min(0, { message: 'At least 0.' })
  @Max(MAX_OVERLAP_SECONDS, { message: 'At most a week.' })
  overlap_seconds: number = DEFAULT_OVERLAP_SECONDS;
}
