import { Body, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AdminApi } from '../../api/admin-api.decorator.js';
import { checkIfMatchTag } from '../../api/entity-tags.js';
import type { List } from '../../api/list.js';
import { Operation } from '../../api/operation.decorator.js';
import { sha256 } from '../../crypto/digest.js';
import { Problem } from '../../http/problem.js';
import { keyAnswer } from '../../keys/key-answer.js';
import type { KeyReport } from '../../keys/key-report.js';
import { KeyRotation } from '../../keys/key-rotation.service.js';
import { RotationRefusedError } from '../../keys/rotation-refused-error.js';
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
    answer: { status: 200, type: KeyResource, isList: true, hasEntityTag: true },
  })
  async list(@Res({ passthrough: true }) reply: FastifyReply): Promise<List<KeyResource>> {
    const reports = await this.rotation.list();
    reply.header('etag', tagOf(reports));
    return onePage(reports);
  }

  @Post('rotate')
  @HttpCode(200)
  @Operation({
    id: 'rotateKeys',
    summary: 'Let the next keys sign as soon as every client can know them, or now',
    description: 'If-Match takes the ETag of the list: of several who rotate the same keys at once, one does.',
    scope: 'admin:keys:write',
    isDestructive: true,
    needsEntityTag: true,
    answer: { status: 200, type: KeyResource, isList: true },
    problems: ['conflict', 'unsupported-media-type'],
  })
  async rotate(
    @Body() { alg = [...SIGNING_ALGS], now = false }: KeyRotationOrder,
    @Req() request: FastifyRequest,
  ): Promise<List<KeyResource>> {
    const seen = await this.rotation.list();
    checkIfMatchTag(request, tagOf(seen));
    const reports: KeyReport[] = [];
    // In one order for everybody: of two at once the second is told at its first key.
    for (const one of SIGNING_ALGS.filter((any) => alg.includes(any))) {
      const next = seen.find((key) => key.alg === one && key.state === 'next')?.kid;
      reports.push(await this.rotation.rotate(one, { isForced: now, next }).catch(refused));
    }
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

/** The version of those keys that sign, or will. */
function tagOf(reports: readonly KeyReport[]): string {
  const current = reports.filter(({ state }) => state === 'active' || state === 'next');
  const told = current.map(({ kid, state, signsFrom }) => [kid, state, signsFrom]);
  return `"${sha256(JSON.stringify(told)).toString('base64url')}"`;
}

function refused(cause: unknown): never {
  if (!(cause instanceof RotationRefusedError)) throw cause;
  throw new Problem(cause.why === 'overtaken' ? 'precondition-failed' : 'conflict', cause.message, { cause });
}
