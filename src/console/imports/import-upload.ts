import type { ApiResult } from '../api-answer.js';
import type { ConsoleClient } from '../console-api.service.js';
import type { UserImport } from './import-views.js';

/** Characters of one request; what the API takes at most. */
const PART = 1_000_000;

export interface ImportFile {
  readonly name: string;
  readonly format: UserImport['format'];
  readonly isDryRun: boolean;
  readonly text: string;
  /** The same for the same form, so that a form that is sent twice begins one import. */
  readonly key: string;
}

/** Uploads a file in as many parts as it needs. The first answer that is no success ends it. */
export async function uploadImport(
  api: ConsoleClient,
  { name, format, isDryRun, text, key }: ImportFile,
): Promise<ApiResult<UserImport>> {
  const [first = '', ...others] = partsOf(text);
  const begun = await api.POST('/api/v1/user-imports', {
    body: { name, format, dry_run: isDryRun, data: first, has_more: others.length > 0 },
    headers: { 'idempotency-key': key },
  });
  let result: ApiResult<UserImport> = begun;
  for (const [index, data] of others.entries()) {
    if (!result.response.ok || begun.data === undefined) break;
    result = await api.POST('/api/v1/user-imports/{id}/parts', {
      params: { path: { id: begun.data.id } },
      body: { number: index + 2, data, has_more: index + 1 < others.length },
    });
  }
  return result;
}

/** Pieces of a text, cut between characters. */
function partsOf(text: string, size = PART): string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length || start === 0;) {
    const isCut = (text.codePointAt(start + size - 1) ?? 0) > 0xffff;
    const end = start + size - (isCut ? 1 : 0);
    parts.push(text.slice(start, end));
    start = end;
  }
  return parts;
}
