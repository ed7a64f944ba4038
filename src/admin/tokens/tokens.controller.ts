import { Body, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { AdminApi } from '../../api/admin-api.decorator.js';
import { CalledBy, type Caller } from '../../api/caller.js';
import { Cursors } from '../../api/cursors.service.js';
import { type List, listOf } from '../../api/list.js';
import { Operation } from '../../api/operation.decorator.js';
import { TokenAdministration } from '../../token/token-administration.service.js';
import { IssuedQuery } from '../issued.dto.js';
import { TokenRevocationOrder } from './token.dto.js';
import { tokenResource, TokenResource, tokenRevocation, TokenRevocation } from './token.resource.js';
import { AdminTokens } from './tokens.service.js';

/** `/tokens` of the admin API: access tokens that open something at this moment. */
@AdminApi('tokens')
export class TokensController {
  constructor(
    private readonly tokens: AdminTokens,
    private readonly administration: TokenAdministration,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @Operation({
    id: 'listTokens',
    summary: 'Access tokens that open something now, the newest first',
    description: 'Never the tokens themselves. Those of disabled users and suspended apps open nothing.',
    scope: 'admin:tokens:read',
    answer: { status: 200, type: TokenResource, isList: true },
    problems: ['invalid-cursor'],
  })
  async list(@Query() { limit, cursor, user_id, client_id }: IssuedQuery): Promise<List<TokenResource>> {
    const filter = { userId: user_id, clientId: client_id };
    const list = { list: 'tokens', ...filter };
    const page = await this.administration.page(filter, { limit, after: this.cursors.open(list, cursor) });
    return listOf(page, tokenResource, (position) => this.cursors.make(list, position));
  }

  @Get(':id')
  @Operation({
    id: 'getToken',
    summary: 'One access token that opens something now',
    scope: 'admin:tokens:read',
    answer: { status: 200, type: TokenResource },
    problems: ['not-found'],
  })
  async get(@Param('id') id: string): Promise<TokenResource> {
    return tokenResource(await this.tokens.one(id));
  }

  @Delete(':id')
  @HttpCode(204)
  @Operation({
    id: 'revokeToken',
    summary: 'End one access token',
    description: 'With a refresh token the app gets another one: to end that as well, see `revokeGrant`.',
    scope: 'admin:tokens:write',
    isDestructive: true,
    answer: { status: 204 },
    problems: ['not-found', 'forbidden'],
  })
  async revoke(@Param('id') id: string, @CalledBy() caller: Caller): Promise<void> {
    await this.tokens.revoke(caller, id);
  }

  @Post('revoke')
  @HttpCode(200)
  @Operation({
    id: 'revokeTokens',
    summary: 'End all tokens of a user, of an app, or of one at the other, with the authorizations behind them',
    description:
      'An app loses what it got from people whom you may act on; what it got from others stays. What people allow is not forgotten: the app may ask again.',
    scope: 'admin:tokens:write',
    isDestructive: true,
    answer: { status: 200, type: TokenRevocation },
    problems: ['forbidden', 'unsupported-media-type'],
  })
  async revokeAll(@Body() order: TokenRevocationOrder, @CalledBy() caller: Caller): Promise<TokenRevocation> {
    return tokenRevocation(await this.tokens.revokeAll(caller, order));
  }
}
