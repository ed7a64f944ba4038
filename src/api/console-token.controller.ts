import { Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Problem } from '../http/problem.js';
import { ADMIN_API } from '../protocol/admin-scope.js';
import { SignedIn } from '../session/signed-in.decorator.js';
import type { CurrentSession } from '../session/session.service.js';
import { ConsoleTokens } from './console-tokens.service.js';
import { isStaff, scopesOf } from './staff-roles.js';

/**
 * `POST /api/v1/console-token`: the console's session on this server for a token of the API. The cookie opens this one
 * route only; forms and scripts of other sites are refused like everywhere (attack A10).
 */
@ApiExcludeController()
@Controller(`${ADMIN_API}/console-token`)
export class ConsoleTokenController {
  constructor(private readonly tokens: ConsoleTokens) {}

  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async issue(@SignedIn() session: CurrentSession): Promise<object> {
    const issued = await this.tokens.issue(session);
    if (issued === undefined || !isStaff(session.user.role))
      throw new Problem('forbidden', 'You administer nothing here.');
    const scope = scopesOf(session.user.role).join(' ');
    return { access_token: issued.token, token_type: 'Bearer', expires_in: issued.expiresIn, scope };
  }
}
