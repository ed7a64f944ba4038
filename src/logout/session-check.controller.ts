import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { allowFraming } from '../http/content-security-policy.js';
import { Public } from '../http/public.decorator.js';
import { SESSION_CHECK_HTML } from '../pages/session-check.js';
import { ENDPOINTS } from '../protocol/endpoints.js';

/** The page that apps keep in a hidden frame (OpenID Connect Session Management §3.2). The same for everyone. */
@Public()
@Controller(ENDPOINTS.checkSession)
export class SessionCheckController {
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'public, max-age=300')
  @Header('cross-origin-resource-policy', 'cross-origin')
  show(@Res({ passthrough: true }) reply: FastifyReply): string {
    allowFraming(reply);
    return SESSION_CHECK_HTML;
  }
}
