import { Controller, Header, HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Settings } from '../config/settings.js';
import { parseJsonBody } from '../http/json-body.js';
import { Public } from '../http/public.decorator.js';
import { ENDPOINTS } from '../protocol/endpoints.js';
import { registrationAnswer } from './registration-answer.js';
import { RegistrationService } from './registration.service.js';

/** `POST /connect/register` (RFC 7591 §3, OpenID Connect Registration §3). */
@Controller()
export class RegistrationController {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly settings: Settings,
  ) {}

  @Public()
  @Post(ENDPOINTS.register)
  @HttpCode(201)
  @Header('cache-control', 'no-store')
  @Header('pragma', 'no-cache')
  async register(@Req() request: FastifyRequest): Promise<object> {
    const { client, ...shownNow } = await this.registrations.register(request, () => parseJsonBody(request));
    return registrationAnswer(client, shownNow, this.settings.issuer);
  }
}
