import type { FastifyInstance } from 'fastify';
import { ENDPOINTS } from '../protocol/endpoints.js';
import { TIMED, TIMED_ENDPOINTS, type TimedEndpoint } from './statistic-kinds.js';
import type { Statistics } from './statistics.service.js';

/** Times the main endpoints, and counts what the token endpoint refuses. Put once over the whole server. */
export function countRequests(fastify: FastifyInstance, statistics: Statistics): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const [path = ''] = request.url.split('?', 1);
    const endpoint = endpointOf(path);
    if (endpoint !== undefined && request.method !== 'OPTIONS') statistics.time(endpoint, reply.elapsedTime);
    const { oauthError } = request;
    if (oauthError !== undefined && path === ENDPOINTS.token) statistics.count('token_failure', oauthError);
    done();
  });
}

function endpointOf(path: string): TimedEndpoint | undefined {
  return TIMED_ENDPOINTS.find((endpoint) => path === TIMED[endpoint] || path.startsWith(`${TIMED[endpoint]}/`));
}
