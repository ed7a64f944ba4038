import { Controller, Get, Header } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { Public } from '../http/public.decorator.js';
import { ENDPOINTS } from '../protocol/endpoints.js';
import { oauthMetadata } from './oauth-metadata.js';

/** `GET /.well-known/oauth-authorization-server` (RFC 8414 §3): made once, no statement. */
@Controller()
export class OAuthMetadataController {
  private readonly document: string;

  constructor(settings: Settings) {
    this.document = JSON.stringify(oauthMetadata(settings));
  }

  @Public()
  @Get(ENDPOINTS.oauthMetadata)
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('cache-control', 'public, max-age=300')
  // Public and the same for everyone, so any page may read it.
  @Header('access-control-allow-origin', '*')
  @Header('cross-origin-resource-policy', 'cross-origin')
  metadata(): string {
    return this.document;
  }
}
