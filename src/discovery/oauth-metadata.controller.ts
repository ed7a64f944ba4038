import { Controller, Get, Header } from '@nestjs/common';
import { Public } from '../http/public.decorator.js';
import { LiveSettings } from '../settings/live-settings.service.js';
import { ENDPOINTS } from '../protocol/endpoints.js';
import { oauthMetadata } from './oauth-metadata.js';

/** `GET /.well-known/oauth-authorization-server` (RFC 8414 §3): no statement but what the settings cost, once a second. */
@Controller()
export class OAuthMetadataController {
  constructor(private readonly live: LiveSettings) {}

  @Public()
  @Get(ENDPOINTS.oauthMetadata)
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('cache-control', 'public, max-age=300')
  // Public and the same for everyone, so any page may read it.
  @Header('access-control-allow-origin', '*')
  @Header('cross-origin-resource-policy', 'cross-origin')
  async metadata(): Promise<string> {
    return JSON.stringify(oauthMetadata(await this.live.lastKnown()));
  }
}
