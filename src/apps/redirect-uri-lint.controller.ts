import { Controller, Get, Header, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { PageError } from '../http/page-error.js';
import { APP_KINDS } from '../protocol/grant-types.js';
import { parseParams } from '../protocol/params.js';
import { lintRedirectUri, type RedirectUriFault } from '../protocol/redirect-uri-lint.js';

/** Judges callback URLs while they are typed, by the same rules as the form that they are sent with. */
@Controller('apps/redirect-uri-lint')
export class RedirectUriLintController {
  @Get()
  @Header('cache-control', 'no-store')
  lint(@Req() request: FastifyRequest): { readonly fault: RedirectUriFault | null } {
    const { uri = '', kind: kindName } = readQuery(request);
    const kind = APP_KINDS.find((candidate) => candidate === kindName);
    if (kind === undefined) throw new PageError('bad_request');
    return { fault: uri === '' ? null : lintRedirectUri(uri, kind) };
  }
}

function readQuery(request: FastifyRequest): Partial<Record<string, string>> {
  const [, query = ''] = request.url.split('?', 2);
  return parseParams(query).values;
}
