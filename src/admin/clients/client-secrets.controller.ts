import { Body, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AdminApi } from '../../api/admin-api.decorator.js';
import { CalledBy, type Caller } from '../../api/caller.js';
import type { List } from '../../api/list.js';
import { Operation } from '../../api/operation.decorator.js';
import { ADMIN_API } from '../../protocol/admin-scope.js';
import { NewClientSecret } from './client-secret.dto.js';
import { ClientSecretResource, clientSecretResource, NewClientSecretResource } from './client-secret.resource.js';
import { AdminClientSecrets } from './client-secrets.service.js';
import { AdminClients } from './clients.service.js';

/** `/clients/{id}/secrets` of the admin API. */
@AdminApi('clients/:id/secrets')
export class ClientSecretsController {
  constructor(
    private readonly clients: AdminClients,
    private readonly secrets: AdminClientSecrets,
  ) {}

  @Get()
  @Operation({
    id: 'listClientSecrets',
    summary: 'The live secrets of an app, the newest first; all on one page',
    scope: 'admin:secrets:read',
    answer: { status: 200, type: ClientSecretResource, isList: true },
    problems: ['not-found'],
  })
  async list(@Param('id') id: string): Promise<List<ClientSecretResource>> {
    const client = await this.clients.one(id);
    return { data: this.secrets.of(client).map((secret) => clientSecretResource(secret, client)), next: null };
  }

  @Get(':secretId')
  @Operation({
    id: 'getClientSecret',
    summary: 'What is known of one secret; never the secret',
    scope: 'admin:secrets:read',
    answer: { status: 200, type: ClientSecretResource },
    problems: ['not-found'],
  })
  async get(@Param('id') id: string, @Param('secretId') secretId: string): Promise<ClientSecretResource> {
    const client = await this.clients.one(id);
    return clientSecretResource(this.secrets.one(client, secretId), client);
  }

  @Post()
  @HttpCode(201)
  @Operation({
    id: 'createClientSecret',
    summary: 'Make another secret, shown this once; those before it run out',
    scope: 'admin:secrets:write',
    changesPower: true,
    answer: { status: 201, type: NewClientSecretResource },
    problems: ['not-found', 'forbidden', 'conflict'],
  })
  async create(
    @Param('id') id: string,
    @Body() { overlap }: NewClientSecret,
    @CalledBy() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NewClientSecretResource> {
    const client = await this.clients.one(id);
    const made = await this.secrets.rotate(caller, client, overlap);
    reply.header('location', `${ADMIN_API}/clients/${client.clientId}/secrets/${made.secret_id}`);
    return made;
  }

  @Delete(':secretId')
  @HttpCode(204)
  @Operation({
    id: 'deleteClientSecret',
    summary: 'End a secret before it runs out; not the current one',
    scope: 'admin:secrets:write',
    isDestructive: true,
    answer: { status: 204 },
    problems: ['not-found', 'forbidden', 'conflict'],
  })
  async delete(
    @Param('id') id: string,
    @Param('secretId') secretId: string,
    @CalledBy() caller: Caller,
  ): Promise<void> {
    await this.secrets.end(caller, await this.clients.one(id), secretId);
  }
}
