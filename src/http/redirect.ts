import type { FastifyReply } from 'fastify';

/**
 * Sends the browser elsewhere with 303: the next request is a GET and never repeats a POST body, so no password
 * travels on (RFC 9700 §4.12). The address is used as it is, never re-serialised.
 */
export function redirect(reply: FastifyReply, url: string): FastifyReply {
  return reply.code(303).header('location', url).header('cache-control', 'no-store').send();
}
