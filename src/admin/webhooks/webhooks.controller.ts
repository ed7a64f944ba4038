import { Body, Delete, Get, HttpCode, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AdminApi } from '../../api/admin-api.decorator.js';
import { CalledBy, type Caller } from '../../api/caller.js';
import { Cursors } from '../../api/cursors.service.js';
import { checkIfMatch, sendEntityTag } from '../../api/entity-tags.js';
import { type List, listOf } from '../../api/list.js';
import { Operation } from '../../api/operation.decorator.js';
import { PageQuery } from '../../api/page.dto.js';
import { ADMIN_API } from '../../protocol/admin-scope.js';
import type { Webhook } from '../../webhooks/webhook.entity.js';
import { Webhooks, type WithSecret } from '../../webhooks/webhooks.service.js';
import { NewWebhook, SecretRotationOrder, WebhookPatch } from './webhook.dto.js';
import { webhookResource, WebhookResource, WebhookWithSecretResource } from './webhook.resource.js';
import { AdminWebhooks, mayReadEvents } from './webhooks.service.js';

const LIST = { list: 'webhooks' };
const NEEDS_AUDIT = 'Needs `admin:audit-events:read` as well: a webhook tells what the audit log holds.';
const ORIGIN_ONLY = 'Without `admin:audit-events:read` only the origin of its address is told: paths hold secrets.';

/** `/webhooks` of the admin API: who is told of what happens. */
@AdminApi('webhooks')
export class WebhooksController {
  constructor(
    private readonly admin: AdminWebhooks,
    private readonly webhooks: Webhooks,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @Operation({
    id: 'listWebhooks',
    summary: 'Webhooks, the newest first',
    description: ORIGIN_ONLY,
    scope: 'admin:webhooks:read',
    answer: { status: 200, type: WebhookResource, isList: true },
    problems: ['invalid-cursor'],
  })
  async list(@Query() { limit, cursor }: PageQuery, @CalledBy() caller: Caller): Promise<List<WebhookResource>> {
    const page = await this.webhooks.page(limit, this.cursors.open(LIST, cursor));
    return listOf(
      page,
      (webhook) => shownTo(caller, webhook),
      (end) => this.cursors.make(LIST, end),
    );
  }

  @Get(':id')
  @Operation({
    id: 'getWebhook',
    summary: 'One webhook',
    description: ORIGIN_ONLY,
    scope: 'admin:webhooks:read',
    answer: { status: 200, type: WebhookResource, hasEntityTag: true },
    problems: ['not-found'],
  })
  async get(
    @Param('id') id: string,
    @CalledBy() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookResource> {
    const webhook = await this.admin.one(id);
    sendEntityTag(reply, webhook);
    return shownTo(caller, webhook);
  }

  @Post()
  @HttpCode(201)
  @Operation({
    id: 'createWebhook',
    summary: 'Tell an address of events from now on; its secret is shown this once',
    description: NEEDS_AUDIT,
    scope: 'admin:webhooks:write',
    changesPower: true,
    answer: { status: 201, type: WebhookWithSecretResource, hasEntityTag: true },
    problems: ['forbidden'],
  })
  async create(
    @Body() body: NewWebhook,
    @CalledBy() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookWithSecretResource> {
    const made = await this.admin.create(caller, body);
    reply.header('location', `${ADMIN_API}/webhooks/${made.webhook.id}`);
    return withSecret(reply, made);
  }

  @Patch(':id')
  @Operation({
    id: 'updateWebhook',
    summary: 'Change a webhook, disable or enable it',
    description: `An absent member stays as it is. ${NEEDS_AUDIT}`,
    scope: 'admin:webhooks:write',
    changesPower: 'sometimes',
    needsEntityTag: true,
    answer: { status: 200, type: WebhookResource, hasEntityTag: true },
    problems: ['not-found', 'forbidden'],
  })
  async update(
    @Param('id') id: string,
    @Body() patch: WebhookPatch,
    @CalledBy() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookResource> {
    const webhook = await this.admin.one(id);
    checkIfMatch(request, webhook);
    const changed = await this.admin.change(caller, webhook, patch);
    sendEntityTag(reply, changed);
    return webhookResource(changed);
  }

  @Delete(':id')
  @HttpCode(204)
  @Operation({
    id: 'deleteWebhook',
    summary: 'Delete a webhook with its deliveries, for good',
    scope: 'admin:webhooks:write',
    isDestructive: true,
    needsEntityTag: true,
    answer: { status: 204 },
    problems: ['not-found'],
  })
  async delete(@Param('id') id: string, @Req() request: FastifyRequest): Promise<void> {
    const webhook = await this.admin.one(id);
    checkIfMatch(request, webhook);
    await this.admin.delete(webhook);
  }

  @Post(':id/rotate-secret')
  @HttpCode(200)
  @Operation({
    id: 'rotateWebhookSecret',
    summary: 'Sign with a new secret, shown this once, and for a while with the old one too',
    description: NEEDS_AUDIT,
    scope: 'admin:webhooks:write',
    changesPower: true,
    needsEntityTag: true,
    answer: { status: 200, type: WebhookWithSecretResource, hasEntityTag: true },
    problems: ['not-found', 'forbidden'],
  })
  async rotateSecret(
    @Param('id') id: string,
    @Body() { overlap_seconds: overlapSeconds }: SecretRotationOrder,
    @CalledBy() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookWithSecretResource> {
    const webhook = await this.admin.one(id);
    checkIfMatch(request, webhook);
    return withSecret(reply, await this.admin.rotateSecret(caller, webhook, overlapSeconds));
  }
}

function shownTo(caller: Caller, webhook: Webhook): WebhookResource {
  const shown = webhookResource(webhook);
  return mayReadEvents(caller) ? shown : Object.assign(shown, { url: `${new URL(webhook.url).origin}/` });
}

function withSecret(reply: FastifyReply, { webhook, secret }: WithSecret): WebhookWithSecretResource {
  sendEntityTag(reply, webhook);
  return Object.assign(webhookResource(webhook), { secret });
}
