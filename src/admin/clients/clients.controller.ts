import { Body, Delete, Get, HttpCode, Param, Patch, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AdminApi } from '../../api/admin-api.decorator.js';
import { CalledBy, type Caller } from '../../api/caller.js';
import { Cursors } from '../../api/cursors.service.js';
import { checkIfMatch, sendEntityTag } from '../../api/entity-tags.js';
import { type List, listOf } from '../../api/list.js';
import { Operation } from '../../api/operation.decorator.js';
import { orderOf } from '../../api/order.js';
import { CLIENT_ORDERS, ClientAdministration } from '../../clients/client-administration.service.js';
import { ClientPatch, ClientQuery } from './client.dto.js';
import { clientResource, ClientResource } from './client.resource.js';
import { AdminClients } from './clients.service.js';

/** `/clients` of the admin API: apps. */
@AdminApi('clients')
export class ClientsController {
  constructor(
    private readonly clients: AdminClients,
    private readonly administration: ClientAdministration,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @Operation({
    id: 'listClients',
    summary: 'Apps, the newest first unless sorted otherwise',
    scope: 'admin:clients:read',
    answer: { status: 200, type: ClientResource, isList: true },
    problems: ['invalid-cursor'],
  })
  async list(@Query() { limit, cursor, sort, ...asked }: ClientQuery): Promise<List<ClientResource>> {
    const list = { list: 'clients', sort, ...asked };
    const { is_verified: isVerified, owner: ownerEmployeeId, ...same } = asked;
    const position = { order: orderOf(sort, CLIENT_ORDERS), limit, after: this.cursors.open(list, cursor) };
    const page = await this.administration.page({ ...same, isVerified, ownerEmployeeId }, position);
    return listOf(page, clientResource, (end) => this.cursors.make(list, end));
  }

  @Get(':id')
  @Operation({
    id: 'getClient',
    summary: 'One app, by its client id',
    scope: 'admin:clients:read',
    answer: { status: 200, type: ClientResource, hasEntityTag: true },
    problems: ['not-found'],
  })
  async get(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<ClientResource> {
    const client = await this.clients.one(id);
    sendEntityTag(reply, client);
    return clientResource(client);
  }

  @Patch(':id')
  @Operation({
    id: 'updateClient',
    summary: 'Vouch for an app, or suspend it with a reason that its owner reads',
    scope: 'admin:clients:write',
    needsEntityTag: true,
    answer: { status: 200, type: ClientResource, hasEntityTag: true },
    problems: ['not-found', 'forbidden', 'unsupported-media-type'],
  })
  async update(
    @Param('id') id: string,
    @Body() patch: ClientPatch,
    @CalledBy() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ClientResource> {
    const client = await this.clients.one(id);
    checkIfMatch(request, client);
    const changed = await this.clients.change(caller, client, patch);
    sendEntityTag(reply, changed);
    return clientResource(changed);
  }

  @Delete(':id')
  @HttpCode(204)
  @Operation({
    id: 'deleteClient',
    summary: 'Delete an app with its secrets, consents and tokens, for good',
    scope: 'admin:clients:write',
    isDestructive: true,
    needsEntityTag: true,
    answer: { status: 204 },
    problems: ['not-found', 'forbidden'],
  })
  async delete(@Param('id') id: string, @CalledBy() caller: Caller, @Req() request: FastifyRequest): Promise<void> {
    const client = await this.clients.one(id);
    checkIfMatch(request, client);
    await this.clients.delete(caller, client);
  }
}
