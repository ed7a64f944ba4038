import type { FastifyReply } from 'fastify';
import type { Page } from '../pages/define-page.js';
import type { Frame } from '../pages/frame.js';
import { renderPage } from '../pages/render-page.js';
import { inLanguageOf } from './request-language.js';
import './viewer.js';

interface SendOptions extends Pick<Frame, 'current' | 'notice' | 'sections'> {
  readonly status?: number;
}

/** Answers with a page, for the person that `request.viewer` names. Pages may hold anything personal: never cached. */
export function sendPage<View extends object>(
  reply: FastifyReply,
  page: Page<View>,
  view: View,
  { status = 200, ...frame }: SendOptions = {},
): FastifyReply {
  const { viewer, isInPopup = false } = reply.request;
  const html = inLanguageOf(reply.request, () =>
    renderPage(page, view, { ...frame, isCompact: isInPopup, ...(viewer === undefined ? {} : { viewer }) }),
  );
  return reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(html);
}
