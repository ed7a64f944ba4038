import { Controller, Get, Header } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { Public } from '../http/public.decorator.js';
import { ENDPOINTS } from '../protocol/endpoints.js';
import { openIdMetadata } from './openid-metadata.js';

/** `GET /.well-known/openid-configuration` (OpenID Connect Discovery §4): made once, no statement. */
@Controller()
export class OpenIdMetadataController {
  private readonly document: string;

  constructor(settings: Settings) {
    this.document = JSON.stringify(openIdMetadata(settings));
  }

  @Public()
  @Get(ENDPOINTS.openidConfiguration)
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('cache-control', 'public, max-age=300')
  // Public and the same for everyone, so any page may read it.
  @Header('access-control-allow-origin', '*')
  @Header('cross-origin-resource-policy', 'cross-origin')
  metadata(): string {
    return this.document;
  }
}
