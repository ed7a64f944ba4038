import { ADMIN_API } from '../protocol/admin-scope.js';

/** Whether the path is one of the admin API: it takes JSON, and its errors are problem details (RFC 9457). */
export function isApiPath(path: string): boolean {
  return path === ADMIN_API || path.startsWith(`${ADMIN_API}/`);
}
