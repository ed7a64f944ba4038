import { Body, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AdminApi } from '../../api/admin-api.decorator.js';
import { CalledBy, type Caller } from '../../api/caller.js';
import { checkIfMatchTag } from '../../api/entity-tags.js';
import { Operation } from '../../api/operation.decorator.js';
import { ConfigurationBody } from './configuration.dto.js';
import {
  ConfigurationApplied,
  ConfigurationPlan,
  ConfigurationProblem,
  ConfigurationResource,
  planTag,
} from './configuration.resource.js';
import { AdminConfiguration } from './configuration.service.js';

/** `/configuration` of the admin API: settings, resource servers, scopes and apps as one document. */
@AdminApi('configuration')
export class ConfigurationController {
  constructor(private readonly configuration: AdminConfiguration) {}

  @Get()
  @Operation({
    id: 'exportConfiguration',
    summary: 'The configuration as a document; secrets as references',
    description: 'With the sections that the caller may read: each takes admin:<section>:read as well.',
    scope: 'admin:configuration:read',
    answer: { status: 200, type: ConfigurationResource },
  })
  async export(@CalledBy() caller: Caller): Promise<ConfigurationResource> {
    return { document: await this.configuration.export(caller) };
  }

  @Post('plan')
  @HttpCode(200)
  @Operation({
    id: 'planConfiguration',
    summary: 'What differs between a document and the installation',
    description: 'Changes nothing. The ETag is for If-Match of `apply`: what was looked at is done, or nothing.',
    scope: 'admin:configuration:read',
    answer: { status: 200, type: ConfigurationPlan, hasEntityTag: true },
    problems: ['forbidden', 'too-large', 'unsupported-media-type'],
  })
  async plan(
    @Body() body: ConfigurationBody,
    @CalledBy() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConfigurationPlan> {
    const plan = await this.configuration.plan(caller, body);
    reply.header('etag', planTag(plan));
    return plan;
  }

  @Post('apply')
  @HttpCode(200)
  @Operation({
    id: 'applyConfiguration',
    summary: 'Make the installation what a document says; generated secrets are shown this once',
    description:
      'Nothing is done when anything in it is faulty, or any step is above the rights of the caller: each takes admin:<section>:write as well. If-Match takes the ETag of the plan, or * for whatever the plan is by now.',
    scope: 'admin:configuration:write',
    isDestructive: true,
    needsEntityTag: true,
    isRepeatable: true,
    answer: { status: 200, type: ConfigurationApplied },
    problems: ['forbidden', 'conflict', 'too-large', 'unsupported-media-type'],
    problemType: ConfigurationProblem,
  })
  async apply(
    @Body() body: ConfigurationBody,
    @CalledBy() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<ConfigurationApplied> {
    return this.configuration.apply(caller, body, (plan) => checkIfMatchTag(request, planTag(plan)));
  }
}
