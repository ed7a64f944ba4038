import { Body, Delete, Get, HttpCode, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AdminApi } from '../../api/admin-api.decorator.js';
import { CalledBy, type Caller } from '../../api/caller.js';
import { Cursors } from '../../api/cursors.service.js';
import { checkIfMatch, sendEntityTag } from '../../api/entity-tags.js';
import { type List, listOf } from '../../api/list.js';
import { Operation } from '../../api/operation.decorator.js';
import { orderOf } from '../../api/order.js';
import { CLIENT_ORDERS, ClientAdministration } from '../../clients/client-administration.service.js';
import { ADMIN_API } from '../../protocol/admin-scope.js';
import {
  ClientDetail,
  clientDetail,
  RegisteredClientResource,
  registeredClientResource,
} from './client-detail.resource.js';
import { ClientPatch, ClientQuery, NewClient } from './client.dto.js';
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
    answer: { status: 200, type: ClientDetail, hasEntityTag: true },
    problems: ['not-found'],
  })
  async get(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<ClientDetail> {
    const client = await this.clients.one(id);
    sendEntityTag(reply, client);
    return clientDetail(client);
  }

  @Post()
  @HttpCode(201)
  @Operation({
    id: 'createClient',
    summary: 'Register an app; its secret is shown this once',
    description:
      'Members are those of RFC 7591 and OpenID Connect Registration, with their defaults. Without `scope` it may ask for everything that its kind has a use for.',
    scope: 'admin:clients:write',
    changesPower: true,
    answer: { status: 201, type: RegisteredClientResource, hasEntityTag: true },
    problems: ['forbidden'],
  })
  async create(
    @Body() body: NewClient,
    @CalledBy() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RegisteredClientResource> {
    const registration = await this.clients.create(caller, body);
    const client = await this.clients.one(registration.client.clientId);
    sendEntityTag(reply, client);
    reply.header('location', `${ADMIN_API}/clients/${client.clientId}`);
    return registeredClientResource({ ...registration, client });
  }

  @Patch(':id')
  @Operation({
    id: 'updateClient',
    summary: 'Change an app, vouch for it, or suspend it with a reason that its owner reads',
    description:
      'An absent member stays, null removes it; the whole is judged like a new registration. Another name, logo or callback host ends the vouching. An app that only now has a use for a secret has none until one is made.',
    scope: 'admin:clients:write',
    changesPower: 'sometimes',
    needsEntityTag: true,
    answer: { status: 200, type: ClientDetail, hasEntityTag: true },
    problems: ['not-found', 'forbidden', 'unsupported-media-type'],
  })
  async update(
    @Param('id') id: string,
    @Body() patch: ClientPatch,
    @CalledBy() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ClientDetail> {
    const client = await this.clients.one(id);
    checkIfMatch(request, client);
    const changed = await this.clients.change(caller, client, patch);
    sendEntityTag(reply, changed);
    return clientDetail(changed);
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
