import { Controller, HttpCode, Options, UseInterceptors } from '@nestjs/common';
import { Public } from '../http/public.decorator.js';
import { ENDPOINTS } from '../protocol/endpoints.js';
import { BrowserClientCors } from './browser-client-cors.interceptor.js';

/** Answers a browser's question whether a page may call (Fetch standard, CORS-preflight). */
@Controller()
@UseInterceptors(BrowserClientCors)
export class PreflightController {
  @Public()
  @Options([ENDPOINTS.token, ENDPOINTS.revoke, ENDPOINTS.userinfo])
  @HttpCode(204)
  preflight(): void {}
}
