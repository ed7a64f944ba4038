import { Body, Delete, Get, HttpCode, Param, Patch, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AdminApi } from '../../api/admin-api.decorator.js';
import { CalledBy, type Caller } from '../../api/caller.js';
import { checkIfMatch, sendEntityTag } from '../../api/entity-tags.js';
import type { List } from '../../api/list.js';
import { Operation } from '../../api/operation.decorator.js';
import { SettingAdministration } from '../../settings/setting-administration.service.js';
import { SettingPatch } from './setting.dto.js';
import { settingResource, SettingResource } from './setting.resource.js';
import { AdminSettings } from './settings.service.js';

/** `/settings` of the admin API: how the installation is set, and by what. */
@AdminApi('settings')
export class SettingsController {
  constructor(
    private readonly settings: AdminSettings,
    private readonly administration: SettingAdministration,
  ) {}

  @Get()
  @Operation({
    id: 'listSettings',
    summary: 'Every setting with its value and where that comes from; all on one page',
    scope: 'admin:settings:read',
    answer: { status: 200, type: SettingResource, isList: true },
  })
  async list(): Promise<List<SettingResource>> {
    return { data: (await this.administration.list()).map(settingResource), next: null };
  }

  @Get(':name')
  @Operation({
    id: 'getSetting',
    summary: 'One setting, by the name of its environment variable',
    scope: 'admin:settings:read',
    answer: { status: 200, type: SettingResource, hasEntityTag: true },
    problems: ['not-found'],
  })
  async get(@Param('name') name: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<SettingResource> {
    const setting = await this.settings.one(name);
    sendEntityTag(reply, setting);
    return settingResource(setting);
  }

  @Patch(':name')
  @Operation({
    id: 'updateSetting',
    summary: 'Change a setting; every process follows within a second',
    description: 'A setting that the environment decides, or that is read at start only, is a conflict.',
    scope: 'admin:settings:write',
    changesPower: true,
    needsEntityTag: true,
    answer: { status: 200, type: SettingResource, hasEntityTag: true },
    problems: ['not-found', 'forbidden', 'conflict', 'unsupported-media-type'],
  })
  async update(
    @Param('name') name: string,
    @Body() { value }: SettingPatch,
    @CalledBy() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SettingResource> {
    const setting = await this.settings.one(name);
    checkIfMatch(request, setting);
    const changed = await this.settings.change(caller, setting, value);
    sendEntityTag(reply, changed);
    return settingResource(changed);
  }

  @Delete(':name')
  @HttpCode(204)
  @Operation({
    id: 'resetSetting',
    summary: 'Return to the default',
    scope: 'admin:settings:write',
    changesPower: true,
    needsEntityTag: true,
    answer: { status: 204 },
    problems: ['not-found', 'forbidden', 'conflict'],
  })
  async reset(@Param('name') name: string, @CalledBy() caller: Caller, @Req() request: FastifyRequest): Promise<void> {
    const setting = await this.settings.one(name);
    checkIfMatch(request, setting);
    await this.settings.reset(caller, setting);
  }
}
