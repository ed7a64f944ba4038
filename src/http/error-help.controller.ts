import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { errorHelpPage } from '../pages/error-help/error-help.page.js';
import { OAUTH_ERRORS, type OAuthErrorCode } from '../protocol/oauth-error.js';
import { PageError } from './page-error.js';
import { Public } from './public.decorator.js';
import { sendPage } from './send-page.js';

/** One page per OAuth error code: what it means, what causes it, how to fix it. `error_uri` points here. */
@Controller('errors')
export class ErrorHelpController {
  @Public()
  @Get(':code')
  show(@Param('code') code: string, @Res() reply: FastifyReply): FastifyReply {
    if (!isErrorCode(code)) throw new PageError('not_found');
    return sendPage(reply, errorHelpPage, { code, status: OAUTH_ERRORS[code].status });
  }
}

function isErrorCode(code: string): code is OAuthErrorCode {
  return Object.hasOwn(OAUTH_ERRORS, code);
}
