import { ENDPOINTS } from '../protocol/endpoints.js';

/** Endpoints that answer programs, not people, with the methods that they take: their errors are JSON (RFC 6749 §5.2). */
export const JSON_ENDPOINTS: Readonly<Record<string, readonly string[]>> = {
  [ENDPOINTS.token]: ['POST'],
  [ENDPOINTS.revoke]: ['POST'],
  [ENDPOINTS.introspect]: ['POST'],
  [ENDPOINTS.userinfo]: ['GET', 'POST'],
  [ENDPOINTS.jwks]: ['GET'],
  [ENDPOINTS.openidConfiguration]: ['GET'],
  [ENDPOINTS.oauthMetadata]: ['GET'],
};
