import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Settings } from '../config/settings.js';
import { leaveNotice, takeNotice } from '../http/notice.js';
import { redirect } from '../http/redirect.js';
import { PageError } from '../http/page-error.js';
import { noteUiLocales } from '../http/request-language.js';
import { sendPage } from '../http/send-page.js';
import type { Page } from '../pages/define-page.js';
import type { CurrentSession } from '../session/session.service.js';
import { mayOpen } from './may.js';
import { navigationFor } from './navigation.js';
import { offersFor } from './offers.js';

interface ConsolePageOptions {
  /** The address of the list that the page belongs to: its entry of the navigation. */
  readonly current: string;
  readonly status?: number;
  /** Seconds until the browser loads the page anew: for work that goes on. */
  readonly refresh?: number;
}

/** What was done, for the line at the top of the next page: a text under `notice.console_`. */
export type ConsoleNotice = 'created' | 'saved' | 'done' | 'deleted' | 'ended' | 'begun';

const NOT_YOURS = 'Your role does not do this. Ask an owner.';

/** Sends the console's pages, in their frame and in English. */
@Injectable()
export class ConsolePages {
  constructor(private readonly settings: Settings) {}

  /**
   * Sends a page with what its reader may do.
   * @throws PageError `forbidden` in place of a form that its reader could not send
   */
  send<View extends object>(
    reply: FastifyReply,
    { user }: CurrentSession,
    page: Page<View>,
    view: View,
    { current, status = 200, refresh }: ConsolePageOptions,
  ): FastifyReply {
    const { method, url } = reply.request;
    if (method === 'GET' && !mayOpen(user, url)) throw new PageError('forbidden', { detail: NOT_YOURS });
    noteUiLocales(reply.request, 'en');
    if (refresh !== undefined) reply.header('refresh', String(refresh));
    const notice = takeNotice(reply.request, reply, this.settings);
    return sendPage(reply, page, offersFor(user, view), { status, sections: navigationFor(user, current), ...notice });
  }

  /** After something was done. */
  done(reply: FastifyReply, url: string, notice: ConsoleNotice): FastifyReply {
    leaveNotice(reply, this.settings, `console_${notice}`);
    return redirect(reply, url);
  }
}
