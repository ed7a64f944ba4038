import { ADMIN_API } from '../protocol/admin-scope.js';
import { ENDPOINTS } from '../protocol/endpoints.js';
import { isApiPath } from './api-path.js';

/** Endpoints that answer programs, not people, with the methods that they take: their errors are JSON (RFC 6749 §5.2). */
export const JSON_ENDPOINTS: Readonly<Record<string, readonly string[]>> = {
  [ENDPOINTS.token]: ['POST'],
  [ENDPOINTS.revoke]: ['POST'],
  [ENDPOINTS.introspect]: ['POST'],
  [ENDPOINTS.userinfo]: ['GET', 'POST'],
  [ENDPOINTS.register]: ['POST'],
  [ENDPOINTS.jwks]: ['GET'],
  [ENDPOINTS.openidConfiguration]: ['GET'],
  [ENDPOINTS.oauthMetadata]: ['GET'],
};

/** An app's own registration: one step below the registration endpoint (RFC 7592 §2). */
const OWN_REGISTRATION = new RegExp(`^${ENDPOINTS.register}/[^/]+$`);

/** The methods of the endpoint at this path when it answers programs. */
export function jsonEndpointMethods(path: string): readonly string[] | undefined {
  if (OWN_REGISTRATION.test(path)) return ['GET', 'PUT', 'DELETE'];
  return Object.hasOwn(JSON_ENDPOINTS, path) ? JSON_ENDPOINTS[path] : undefined;
}

const MIB = 1024 * 1024;
/** Where files are sent as texts inside of JSON: each character of them takes up to three bytes, or is escaped. */
const FILES = [
  { path: new RegExp(`^${ADMIN_API}/user-imports(?:/[^/]+/parts)?$`), limit: 4 * MIB },
  { path: new RegExp(`^${ADMIN_API}/configuration/(?:plan|apply)$`), limit: MIB },
] as const;

/** The most bytes of JSON at this path, where it is more than elsewhere. */
export function jsonLimit(at: string): number | undefined {
  return FILES.find(({ path }) => path.test(at))?.limit;
}

/** Whether the endpoint at this path takes JSON. All others take forms, which no script is needed for. */
export function takesJson(path: string): boolean {
  return isApiPath(path) || path === ENDPOINTS.register || OWN_REGISTRATION.test(path);
}
