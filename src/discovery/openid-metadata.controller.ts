import { Controller, Get, Header } from '@nestjs/common';
import { Public } from '../http/public.decorator.js';
import { LiveSettings } from '../settings/live-settings.service.js';
import { ENDPOINTS } from '../protocol/endpoints.js';
import { openIdMetadata } from './openid-metadata.js';

/** `GET /.well-known/openid-configuration` (OpenID Connect Discovery §4): no statement but what the settings cost, once a second. */
@Controller()
export class OpenIdMetadataController {
  constructor(private readonly live: LiveSettings) {}

  @Public()
  @Get(ENDPOINTS.openidConfiguration)
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('cache-control', 'public, max-age=300')
  // Public and the same for everyone, so any page may read it.
  @Header('access-control-allow-origin', '*')
  @Header('cross-origin-resource-policy', 'cross-origin')
  async metadata(): Promise<string> {
    return JSON.stringify(openIdMetadata(await this.live.lastKnown()));
  }
}
