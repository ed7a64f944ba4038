import { Body, Get, HttpCode, Param, Post } from '@nestjs/common';
import { AdminApi } from '../../api/admin-api.decorator.js';
import type { List } from '../../api/list.js';
import { Operation } from '../../api/operation.decorator.js';
import { Problem } from '../../http/problem.js';
import { keyAnswer } from '../../keys/key-answer.js';
import type { KeyReport } from '../../keys/key-report.js';
import { KeyRotation } from '../../keys/key-rotation.service.js';
import { SIGNING_ALGS } from '../../protocol/jose-algs.js';
import { KeyRotationOrder } from './key.dto.js';
import { KeyResource } from './key.resource.js';

/** `/keys` of the admin API: what this server signs with. */
@AdminApi('keys')
export class KeysController {
  constructor(private readonly rotation: KeyRotation) {}

  @Get()
  @Operation({
    id: 'listKeys',
    summary: 'The signing keys, with what happens to each next; all on one page',
    scope: 'admin:keys:read',
    answer: { status: 200, type: KeyResource, isList: true },
  })
  async list(): Promise<List<KeyResource>> {
    return onePage(await this.rotation.list());
  }

  @Post('rotate')
  @HttpCode(200)
  @Operation({
    id: 'rotateKeys',
    summary: 'Let the next keys sign as soon as every client can know them, or now',
    scope: 'admin:keys:write',
    isDestructive: true,
    answer: { status: 200, type: KeyResource, isList: true },
    problems: ['unsupported-media-type'],
  })
  async rotate(@Body() { alg = [...SIGNING_ALGS], now = false }: KeyRotationOrder): Promise<List<KeyResource>> {
    const reports: KeyReport[] = [];
    for (const one of alg) reports.push(await this.rotation.rotate(one, { isForced: now }));
    return onePage(reports);
  }

  @Post(':kid/revoke')
  @HttpCode(200)
  @Operation({
    id: 'revokeKey',
    summary: 'After a compromise: end what a key signed, and replace it at once',
    scope: 'admin:keys:write',
    isDestructive: true,
    answer: { status: 200, type: KeyResource },
    problems: ['not-found', 'conflict'],
  })
  async revoke(@Param('kid') kid: string): Promise<KeyResource> {
    const find = async () => (await this.rotation.list()).find((report) => report.kid === kid);
    if ((await find()) === undefined) throw new Problem('not-found');
    if (!(await this.rotation.revoke(kid))) throw new Problem('conflict', 'The key was revoked before.');
    const report = await find();
    if (report === undefined) throw new Problem('not-found');
    return keyAnswer(report);
  }
}

function onePage(reports: readonly KeyReport[]): List<KeyResource> {
  return { data: reports.map(keyAnswer), next: null };
}
