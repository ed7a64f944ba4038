import { Body, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AdminApi } from '../../api/admin-api.decorator.js';
import { CalledBy, type Caller } from '../../api/caller.js';
import { Cursors } from '../../api/cursors.service.js';
import { type List, listOf } from '../../api/list.js';
import { Operation } from '../../api/operation.decorator.js';
import { PageQuery } from '../../api/page.dto.js';
import { ADMIN_API } from '../../protocol/admin-scope.js';
import { InitialAccessTokens } from '../../registration/initial-access-tokens.service.js';
import { NewInitialAccessTokenOrder } from './initial-access-token.dto.js';
import {
  initialAccessTokenResource,
  InitialAccessTokenResource,
  newInitialAccessTokenResource,
  NewInitialAccessTokenResource,
} from './initial-access-token.resource.js';
import { AdminInitialAccessTokens } from './initial-access-tokens.service.js';

/** `/initial-access-tokens` of the admin API: with them apps register themselves (RFC 7591 §1.2). */
@AdminApi('initial-access-tokens')
export class InitialAccessTokensController {
  constructor(
    private readonly tokens: AdminInitialAccessTokens,
    private readonly registry: InitialAccessTokens,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @Operation({
    id: 'listInitialAccessTokens',
    summary: 'Tokens that have not ended, the newest first',
    description: 'Those that are used up are among them until they end.',
    scope: 'admin:initial-access-tokens:read',
    answer: { status: 200, type: InitialAccessTokenResource, isList: true },
    problems: ['invalid-cursor'],
  })
  async list(@Query() { limit, cursor }: PageQuery): Promise<List<InitialAccessTokenResource>> {
    const list = { list: 'initial-access-tokens' };
    const page = await this.registry.page({ limit, after: this.cursors.open(list, cursor) });
    return listOf(page, initialAccessTokenResource, (position) => this.cursors.make(list, position));
  }

  @Get(':id')
  @Operation({
    id: 'getInitialAccessToken',
    summary: 'One token that has not ended',
    scope: 'admin:initial-access-tokens:read',
    answer: { status: 200, type: InitialAccessTokenResource },
    problems: ['not-found'],
  })
  async get(@Param('id') id: string): Promise<InitialAccessTokenResource> {
    return initialAccessTokenResource(await this.tokens.one(id));
  }

  @Post()
  @HttpCode(201)
  @Operation({
    id: 'createInitialAccessToken',
    summary: 'Make a token with which apps may register themselves; it is shown this once',
    scope: 'admin:initial-access-tokens:write',
    changesPower: true,
    answer: { status: 201, type: NewInitialAccessTokenResource },
    problems: ['forbidden'],
  })
  async create(
    @Body() order: NewInitialAccessTokenOrder,
    @CalledBy() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NewInitialAccessTokenResource> {
    const { row, token } = await this.tokens.create(caller, order);
    reply.header('location', `${ADMIN_API}/initial-access-tokens/${row.id}`);
    return newInitialAccessTokenResource(row, token);
  }

  @Delete(':id')
  @HttpCode(204)
  @Operation({
    id: 'revokeInitialAccessToken',
    summary: 'End a token; apps that registered with it stay',
    scope: 'admin:initial-access-tokens:write',
    isDestructive: true,
    answer: { status: 204 },
    problems: ['not-found', 'forbidden'],
  })
  async revoke(@Param('id') id: string, @CalledBy() caller: Caller): Promise<void> {
    await this.tokens.revoke(caller, id);
  }
}
