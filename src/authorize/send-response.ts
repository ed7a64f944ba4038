import type { FastifyReply } from 'fastify';
import { allowFormsToAppOnly } from '../http/content-security-policy.js';
import { redirect } from '../http/redirect.js';
import { sendPage } from '../http/send-page.js';
import { formPostPage } from '../pages/form-post/form-post.page.js';
import type { AuthorizationResponse } from '../protocol/authorization-response.js';
import { redirectHost } from '../protocol/redirect-uri.js';

/** Sends the browser to the app with an answer. */
export function sendResponse(reply: FastifyReply, response: AuthorizationResponse): FastifyReply {
  if (response.mode === 'query') return redirect(reply, response.url);
  const { action } = response;
  allowFormsToAppOnly(reply, action);
  const fields = Object.entries(response.fields).map(([name, value]) => ({ name, value }));
  return sendPage(reply, formPostPage, { action, host: redirectHost(action), fields });
}
