import { defaultPathSerializer } from 'openapi-fetch';
import { PageError } from '../http/page-error.js';

/**
 * A path of the API with ids, from an address or typed, in their places. URLs take `..` for a step up and lose what is
 * empty: the request would reach something else than what was meant, such as the replay of everything for that of one.
 * @throws PageError `not_found`
 */
export function pathWithIds(path: string, ids: Record<string, unknown>): string {
  if (Object.values(ids).some((id) => /^\.{0,2}$/.test(String(id)))) throw new PageError('not_found');
  return defaultPathSerializer(path, ids);
}
