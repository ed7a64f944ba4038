import { Body, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AdminApi } from '../../api/admin-api.decorator.js';
import { CalledBy, type Caller } from '../../api/caller.js';
import { Cursors } from '../../api/cursors.service.js';
import { type List, listOf } from '../../api/list.js';
import { Operation } from '../../api/operation.decorator.js';
import { ADMIN_API } from '../../protocol/admin-scope.js';
import { InvitationDirectory } from '../../users/invitation-directory.service.js';
import { InvitationOrder, InvitationQuery } from './invitation.dto.js';
import { invitationResource, InvitationResource } from './invitation.resource.js';
import { AdminInvitations } from './invitations.service.js';

/** `/invitations` of the admin API. */
@AdminApi('invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: AdminInvitations,
    private readonly directory: InvitationDirectory,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @Operation({
    id: 'listInvitations',
    summary: 'Invitations, the newest first; those that are over for a month more',
    scope: 'admin:invitations:read',
    answer: { status: 200, type: InvitationResource, isList: true },
    problems: ['invalid-cursor'],
  })
  async list(@Query() { limit, cursor, ...filter }: InvitationQuery): Promise<List<InvitationResource>> {
    const list = { list: 'invitations', ...filter };
    const page = await this.directory.page(filter, { limit, after: this.cursors.open(list, cursor) });
    return listOf(page, invitationResource, (position) => this.cursors.make(list, position));
  }

  @Get(':id')
  @Operation({
    id: 'getInvitation',
    summary: 'One invitation',
    scope: 'admin:invitations:read',
    answer: { status: 200, type: InvitationResource },
    problems: ['not-found'],
  })
  async get(@Param('id') id: string): Promise<InvitationResource> {
    return invitationResource(await this.invitations.one(id));
  }

  @Post()
  @HttpCode(201)
  @Operation({
    id: 'createInvitation',
    summary: 'Mail somebody a link with which they make their account',
    description: 'The link works once, for 7 days, and proves the address. Only an owner gives another role than user.',
    scope: 'admin:invitations:write',
    changesPower: true,
    answer: { status: 201, type: InvitationResource },
    problems: ['conflict', 'forbidden'],
  })
  async create(
    @Body() body: InvitationOrder,
    @CalledBy() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InvitationResource> {
    const invitation = await this.invitations.create(caller, body);
    reply.header('location', `${ADMIN_API}/invitations/${invitation.id}`);
    return invitationResource(invitation);
  }

  @Post(':id/resend')
  @HttpCode(200)
  @Operation({
    id: 'resendInvitation',
    summary: 'Mail another link, which ends the one before',
    description: 'An invitation that has expired lives again.',
    scope: 'admin:invitations:write',
    changesPower: true,
    answer: { status: 200, type: InvitationResource },
    problems: ['not-found', 'forbidden', 'conflict'],
  })
  async resend(@Param('id') id: string, @CalledBy() caller: Caller): Promise<InvitationResource> {
    return invitationResource(await this.invitations.resend(caller, await this.invitations.one(id)));
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Operation({
    id: 'withdrawInvitation',
    summary: 'Take an invitation back: its link ends',
    scope: 'admin:invitations:write',
    answer: { status: 200, type: InvitationResource },
    problems: ['not-found', 'forbidden', 'conflict'],
  })
  async withdraw(@Param('id') id: string, @CalledBy() caller: Caller): Promise<InvitationResource> {
    return invitationResource(await this.invitations.withdraw(caller, await this.invitations.one(id)));
  }
}
