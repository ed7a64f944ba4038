import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './schema.js';

/** The admin API of a Doorward server, typed by its OpenAPI document. */
export type AdminClient = Client<paths>;

/**
 * A client of the admin API.
 * @param issuer the server's public URL
 * @param token gives a live access token; asked before every request, so that it may renew it
 */
export function adminClient(issuer: string, token: () => string | Promise<string>): AdminClient {
  const client = createClient<paths>({ baseUrl: issuer });
  client.use({
    async onRequest({ request }) {
      request.headers.set('authorization', `Bearer ${await token()}`);
      return request;
    },
  });
  return client;
}
