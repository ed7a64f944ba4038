import { Controller, Delete, Get, Header, HttpCode, Param, Put, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Settings } from '../config/settings.js';
import { parseJsonBody } from '../http/json-body.js';
import { Public } from '../http/public.decorator.js';
import { ENDPOINTS } from '../protocol/endpoints.js';
import { ClientConfiguration } from './client-configuration.service.js';
import { type OpenedRegistration, RegistrationAccess } from './registration-access.service.js';
import { registrationAnswer } from './registration-answer.js';

/** `GET`, `PUT` and `DELETE /connect/register/:client_id` (RFC 7592 §2), a resource of the app itself. */
@Controller(`${ENDPOINTS.register}/:clientId`)
export class ClientConfigurationController {
  constructor(
    private readonly access: RegistrationAccess,
    private readonly configuration: ClientConfiguration,
    private readonly settings: Settings,
  ) {}

  @Public()
  @Get()
  @Header('cache-control', 'no-store')
  @Header('pragma', 'no-cache')
  async read(@Req() request: FastifyRequest, @Param('clientId') clientId: string): Promise<object> {
    return this.answer(await this.access.open(request, clientId));
  }

  @Public()
  @Put()
  @Header('cache-control', 'no-store')
  @Header('pragma', 'no-cache')
  async update(@Req() request: FastifyRequest, @Param('clientId') clientId: string): Promise<object> {
    const opened = await this.access.open(request, clientId);
    return this.answer(await this.configuration.update(opened, parseJsonBody(request)));
  }

  @Public()
  @Delete()
  @HttpCode(204)
  @Header('cache-control', 'no-store')
  @Header('pragma', 'no-cache')
  async delete(@Req() request: FastifyRequest, @Param('clientId') clientId: string): Promise<void> {
    await this.configuration.delete(await this.access.open(request, clientId));
  }

  private answer({ client, ...shownNow }: OpenedRegistration): object {
    return registrationAnswer(client, shownNow, this.settings.issuer);
  }
}
