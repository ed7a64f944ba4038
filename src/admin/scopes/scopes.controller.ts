import { Body, Delete, Get, HttpCode, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AdminApi } from '../../api/admin-api.decorator.js';
import { CalledBy, type Caller } from '../../api/caller.js';
import { Cursors } from '../../api/cursors.service.js';
import { checkIfMatch, sendEntityTag } from '../../api/entity-tags.js';
import { type List, listOf } from '../../api/list.js';
import { Operation } from '../../api/operation.decorator.js';
import { orderOf } from '../../api/order.js';
import { ADMIN_API } from '../../protocol/admin-scope.js';
import { SCOPE_ORDERS, ScopeAdministration } from '../../resources/scope-administration.service.js';
import { NewScopeBody, ScopeClientBody, ScopePatch, ScopeQuery } from './scope.dto.js';
import { ScopeDeletion, ScopeDetailResource, scopeResource, ScopeResource } from './scope.resource.js';
import { AdminScopes } from './scopes.service.js';

/** `/scopes` of the admin API. */
@AdminApi('scopes')
export class ScopesController {
  constructor(
    private readonly scopes: AdminScopes,
    private readonly administration: ScopeAdministration,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @Operation({
    id: 'listScopes',
    summary: 'Scopes that administrators defined, by name; or those that are built in',
    scope: 'admin:scopes:read',
    answer: { status: 200, type: ScopeResource, isList: true },
    problems: ['invalid-cursor'],
  })
  async list(@Query() { limit, cursor, sort, ...asked }: ScopeQuery): Promise<List<ScopeResource>> {
    const list = { list: 'scopes', sort, ...asked };
    const after = this.cursors.open(list, cursor);
    const { is_built_in: isBuiltIn, resource_id: resourceId, ...same } = asked;
    if (isBuiltIn) return { data: this.scopes.builtIn(), next: null };
    const position = { order: orderOf(sort, SCOPE_ORDERS), limit, after };
    const page = await this.administration.page({ ...same, resourceId }, position);
    return listOf(page, scopeResource, (end) => this.cursors.make(list, end));
  }

  @Get(':id')
  @Operation({
    id: 'getScope',
    summary: 'One scope, with how many apps may ask for it',
    scope: 'admin:scopes:read',
    answer: { status: 200, type: ScopeDetailResource, hasEntityTag: true },
    problems: ['not-found'],
  })
  async get(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<ScopeDetailResource> {
    const builtIn = this.scopes.builtIn().find((scope) => scope.id === id);
    if (builtIn !== undefined) {
      reply.header('etag', '"built-in"');
      return Object.assign(builtIn, { app_count: null });
    }
    const scope = await this.scopes.one(id);
    sendEntityTag(reply, scope);
    return Object.assign(scopeResource(scope), { app_count: await this.administration.countOfApps(scope) });
  }

  @Post()
  @HttpCode(201)
  @Operation({
    id: 'createScope',
    summary: 'Define a scope',
    scope: 'admin:scopes:write',
    answer: { status: 201, type: ScopeResource, hasEntityTag: true },
    problems: ['conflict'],
  })
  async create(@Body() body: NewScopeBody, @Res({ passthrough: true }) reply: FastifyReply): Promise<ScopeResource> {
    const scope = await this.scopes.create(body);
    sendEntityTag(reply, scope);
    reply.header('location', `${ADMIN_API}/scopes/${scope.id}`);
    return scopeResource(scope);
  }

  @Patch(':id')
  @Operation({
    id: 'updateScope',
    summary: 'Change what a scope says, and to whom it may be given',
    description: 'An absent member stays. Name and resource server never change: people allowed it under them.',
    scope: 'admin:scopes:write',
    changesPower: 'sometimes',
    needsEntityTag: true,
    answer: { status: 200, type: ScopeResource, hasEntityTag: true },
    problems: ['not-found', 'conflict', 'unsupported-media-type'],
  })
  async update(
    @Param('id') id: string,
    @Body() patch: ScopePatch,
    @CalledBy() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ScopeResource> {
    const scope = await this.scopes.one(id);
    checkIfMatch(request, scope);
    const changed = await this.scopes.change(caller, scope, patch);
    sendEntityTag(reply, changed);
    return scopeResource(changed);
  }

  @Delete(':id')
  @Operation({
    id: 'deleteScope',
    summary: 'Delete a scope: no app may ask for it any more, and tokens lose it',
    scope: 'admin:scopes:write',
    isDestructive: true,
    needsEntityTag: true,
    answer: { status: 200, type: ScopeDeletion },
    problems: ['not-found', 'conflict'],
  })
  async delete(@Param('id') id: string, @Req() request: FastifyRequest): Promise<ScopeDeletion> {
    const scope = await this.scopes.one(id);
    checkIfMatch(request, scope);
    return { withdrawn_from_apps: await this.scopes.delete(scope) };
  }

  @Post(':id/clients')
  @HttpCode(204)
  @Operation({
    id: 'allowScope',
    summary: 'Let an app ask for the scope',
    description: 'Owners cannot choose what is sensitive, nor what machines may have: an administrator gives it.',
    scope: 'admin:scopes:write',
    changesPower: true,
    answer: { status: 204 },
    problems: ['not-found', 'conflict', 'forbidden', 'unsupported-media-type'],
  })
  async allow(@Param('id') id: string, @Body() body: ScopeClientBody, @CalledBy() caller: Caller): Promise<void> {
    await this.scopes.decide(caller, await this.scopes.one(id), body.client_id, true);
  }

  @Delete(':id/clients/:client_id')
  @HttpCode(204)
  @Operation({
    id: 'disallowScope',
    summary: 'Let an app not ask for the scope any more',
    scope: 'admin:scopes:write',
    changesPower: true,
    answer: { status: 204 },
    problems: ['not-found', 'conflict', 'forbidden'],
  })
  async disallow(
    @Param('id') id: string,
    @Param('client_id') clientId: string,
    @CalledBy() caller: Caller,
  ): Promise<void> {
    await this.scopes.decide(caller, await this.scopes.one(id), clientId, false);
  }
}
