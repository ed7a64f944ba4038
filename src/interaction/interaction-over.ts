import type { FastifyReply } from 'fastify';
import { redirect } from '../http/redirect.js';
import { sendPage } from '../http/send-page.js';
import type { AppView } from '../pages/app-view.js';
import { interactionOverPage, type InteractionOverView } from '../pages/interaction-over/interaction-over.page.js';
import type { FoundInteraction } from './interaction.service.js';
import { authorizeUrl, RESUME, stepUrl } from './links.js';

const STATUS = { foreign: 400, consumed: 409, expired: 410 } as const;

/**
 * Answers a step of an interaction that cannot go on. A refusal stands: the app is told again. A form that is sent a
 * second time starts the request again, which ends where the first one did when nothing is left to ask. Anything else
 * is a page with a way to start again.
 */
export function sendInteractionOver(reply: FastifyReply, found: FoundInteraction, app?: AppView): FastifyReply {
  const { state, interaction } = found;
  if (state === 'open') throw new Error('this interaction is not over');
  if (state === 'foreign') return sendOver(reply, { reason: state });
  const restartUrl = authorizeUrl(interaction.parameters);
  if (state === 'consumed') {
    if (interaction.consentDecision === 'denied') return redirect(reply, stepUrl(RESUME, interaction.id));
    if (reply.request.method === 'POST' && restartUrl !== undefined) return redirect(reply, restartUrl);
  }
  return sendOver(reply, {
    reason: state,
    ...(restartUrl === undefined ? {} : { restartUrl }),
    ...(app === undefined ? {} : { app }),
  });
}

function sendOver(reply: FastifyReply, view: InteractionOverView): FastifyReply {
  return sendPage(reply, interactionOverPage, view, { status: STATUS[view.reason] });
}
