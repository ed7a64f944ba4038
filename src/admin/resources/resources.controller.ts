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
import { RESOURCE_ORDERS, ResourceAdministration } from '../../resources/resource-administration.service.js';
import { NewResourceBody, ResourcePatch, ResourceQuery } from './resource.dto.js';
import {
  ResourceDeletion,
  ResourceServerDetail,
  resourceServerResource,
  ResourceServerResource,
} from './resource.resource.js';
import { AdminResources } from './resources.service.js';

/** `/resources` of the admin API: resource servers. */
@AdminApi('resources')
export class ResourcesController {
  constructor(
    private readonly resources: AdminResources,
    private readonly administration: ResourceAdministration,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @Operation({
    id: 'listResources',
    summary: 'Resource servers, by name unless sorted otherwise',
    scope: 'admin:resources:read',
    answer: { status: 200, type: ResourceServerResource, isList: true },
    problems: ['invalid-cursor'],
  })
  async list(@Query() { limit, cursor, sort, ...filter }: ResourceQuery): Promise<List<ResourceServerResource>> {
    const list = { list: 'resources', sort, ...filter };
    const position = { order: orderOf(sort, RESOURCE_ORDERS), limit, after: this.cursors.open(list, cursor) };
    const page = await this.administration.page(filter, position);
    return listOf(page, resourceServerResource, (end) => this.cursors.make(list, end));
  }

  @Get(':id')
  @Operation({
    id: 'getResource',
    summary: 'One resource server, with its scopes',
    scope: 'admin:resources:read',
    answer: { status: 200, type: ResourceServerDetail, hasEntityTag: true },
    problems: ['not-found'],
  })
  async get(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<ResourceServerDetail> {
    const resource = await this.resources.one(id);
    const { scopes, apps } = await this.administration.reachOf(resource);
    sendEntityTag(reply, resource);
    return Object.assign(resourceServerResource(resource), { scopes, app_count: apps });
  }

  @Post()
  @HttpCode(201)
  @Operation({
    id: 'createResource',
    summary: 'Define a resource server: an API that takes access tokens of this server',
    scope: 'admin:resources:write',
    answer: { status: 201, type: ResourceServerResource, hasEntityTag: true },
    problems: ['conflict'],
  })
  async create(
    @Body() body: NewResourceBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ResourceServerResource> {
    const resource = await this.resources.create(body);
    sendEntityTag(reply, resource);
    reply.header('location', `${ADMIN_API}/resources/${resource.id}`);
    return resourceServerResource(resource);
  }

  @Patch(':id')
  @Operation({
    id: 'updateResource',
    summary: 'Change a resource server, or suspend it',
    description: 'An absent member stays, null empties. The identifier never changes: tokens are for it.',
    scope: 'admin:resources:write',
    changesPower: 'sometimes',
    needsEntityTag: true,
    answer: { status: 200, type: ResourceServerResource, hasEntityTag: true },
    problems: ['not-found', 'unsupported-media-type'],
  })
  async update(
    @Param('id') id: string,
    @Body() patch: ResourcePatch,
    @CalledBy() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ResourceServerResource> {
    const resource = await this.resources.one(id);
    checkIfMatch(request, resource);
    const changed = await this.resources.change(caller, resource, patch);
    sendEntityTag(reply, changed);
    return resourceServerResource(changed);
  }

  @Delete(':id')
  @Operation({
    id: 'deleteResource',
    summary: 'Delete a resource server with its scopes: its tokens are worth nothing any more',
    scope: 'admin:resources:write',
    isDestructive: true,
    needsEntityTag: true,
    answer: { status: 200, type: ResourceDeletion },
    problems: ['not-found'],
  })
  async delete(@Param('id') id: string, @Req() request: FastifyRequest): Promise<ResourceDeletion> {
    const resource = await this.resources.one(id);
    checkIfMatch(request, resource);
    const { scopes, apps } = await this.resources.delete(resource);
    return { deleted_scopes: scopes, withdrawn_from_apps: apps };
  }
}
