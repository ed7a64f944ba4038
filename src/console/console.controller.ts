import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { PageError } from '../http/page-error.js';
import { redirect } from '../http/redirect.js';
import type { CurrentSession } from '../session/session.service.js';
import { SignedIn } from '../session/signed-in.decorator.js';
import { navigationFor } from './navigation.js';

/** `/admin`: leads to the first list that the person may see. */
@Controller('admin')
export class ConsoleController {
  @Get()
  show(@SignedIn() { user }: CurrentSession, @Res() reply: FastifyReply): FastifyReply {
    const [first] = navigationFor(user, '').flatMap(({ links }) => links);
    if (first === undefined) throw new PageError('forbidden', { detail: 'You administer nothing here.' });
    return redirect(reply, first.url);
  }
}
