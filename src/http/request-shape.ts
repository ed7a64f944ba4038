import type { FastifyInstance } from 'fastify';
import { countHeader } from './form-body.js';

/**
 * Refuses requests that a proxy in front may understand differently (attack A41): several Host headers,
 * a request target that is not a plain path, and methods that no route has.
 */
export function refuseAmbiguousRequests(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const isPlainPath = request.raw.url?.startsWith('/') === true && !request.raw.url.startsWith('//');
    if (isPlainPath && countHeader(request, 'host') === 1) return done();
    return void reply.code(400).header('connection', 'close').type('text/plain').send('malformed request\n');
  });
}
