import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Settings } from '../config/settings.js';
import { Public } from '../http/public.decorator.js';
import { SigningKeys } from '../keys/signing-keys.service.js';
import { ENDPOINTS } from '../protocol/endpoints.js';

/** `GET /jwks` (RFC 7517 §5): this server's public keys, from memory. */
@Controller()
export class JwksController {
  private readonly cacheControl: string;

  constructor(
    private readonly keys: SigningKeys,
    { signingKeys }: Settings,
  ) {
    // A key is published for longer than this before it signs (src/keys/key-schedule.ts).
    this.cacheControl = `public, max-age=${signingKeys.jwksMaxAge}`;
  }

  @Public()
  @Get(ENDPOINTS.jwks)
  // RFC 7517 §8.5.2.
  @Header('content-type', 'application/jwk-set+json; charset=utf-8')
  // Public and the same for everyone, so any page may read it.
  @Header('access-control-allow-origin', '*')
  @Header('cross-origin-resource-policy', 'cross-origin')
  async jwks(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const body = JSON.stringify(await this.keys.publicKeys());
    reply.header('cache-control', this.cacheControl);
    return body;
  }
}
