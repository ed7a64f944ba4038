import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsObject, IsString, ValidateIf } from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import { Absent } from '../../api/page.dto.js';
import { ADMIN_SCOPES, type AdminScope } from '../../protocol/admin-scope.js';
import { CLIENT_AUTH_METHODS, GRANT_TYPES } from '../../protocol/grant-types.js';
import { OpenIdMembers } from './openid-members.dto.js';

const MAX_ITEMS = 50;
const TEXT = { message: 'Write a text.' };

/** May be left out; `null` stands for nothing. */
const Removable = (): PropertyDecorator => ValidateIf((_body, value) => value !== undefined && value !== null);

const RemovableText = (description: string, more: object = {}): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'string', nullable: true, description, ...more }),
    Removable(),
    IsString(TEXT),
  );

const Texts = (): PropertyDecorator =>
  applyDecorators(
    IsArray({ message: 'Write a list.' }),
    ArrayMaxSize(MAX_ITEMS, { message: `At most ${MAX_ITEMS}.` }),
    IsString({ each: true, message: 'Write a list of texts.' }),
  );

const RemovableTexts = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'array', items: { type: 'string' }, nullable: true, description }),
    Removable(),
    Texts(),
  );

/** What of an app is chosen when it is made as well as later: metadata (RFC 7591 §2), and what only the staff decides. */
export class ClientMembers extends OpenIdMembers {
  @RemovableText('Its home page', { format: 'uri' }) client_uri?: string | null;
  @RemovableTexts('Where people come back to') redirect_uris?: string[] | null;
  @RemovableTexts(`Of ${GRANT_TYPES.join(', ')}; those of its kind when absent`) grant_types?: string[] | null;
  @RemovableTexts('`code` for apps that people sign in to, else none') response_types?: string[] | null;
  @RemovableText(`How it proves who it is: ${CLIENT_AUTH_METHODS.join(', ')}`) token_endpoint_auth_method?:
    string | null;
  @RemovableText('What it may ask people for, with spaces between', { example: 'openid profile' }) scope?:
    string | null;

  @ApiPropertyOptional({
    type: 'object',
    nullable: true,
    additionalProperties: { type: 'string', nullable: true },
    example: { 'client_name#de': 'Acme Fotos' },
    description: 'What people read in other languages (OpenID Connect Registration §2.1), by member and language tag',
  })
  @Removable()
  @IsObject({ message: 'Write an object, like {"client_name#de": "…"}.' })
  localized?: Record<string, unknown> | null;

  @RemovableTexts('What it may be registered for at most; every scope when null') allowed_scopes?: string[] | null;

  @ApiPropertyOptional({ description: 'False only for an app with a secret that cannot do PKCE (RFC 7636)' })
  @Absent()
  @IsBoolean({ message: 'true or false.' })
  pkce_required?: boolean;

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'string', enum: [...ADMIN_SCOPES] },
    description:
      'What of this API it may use. For apps of the installation; given by owners only when it is registered, taken by owners only',
  })
  @Absent()
  @IsArray({ message: 'Write a list.' })
  @IsIn(ADMIN_SCOPES, { each: true, message: `Choose from ${ADMIN_SCOPES.join(', ')}.` })
  admin_scopes?: AdminScope[];
}
