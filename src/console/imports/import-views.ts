import type { components } from '../../../clients/typescript/schema.js';
import { type CellView, timeCell, type Tone } from '../../pages/console-views.js';

export type UserImport = components['schemas']['UserImportResource'];
export const IMPORTS = '/admin/user-imports';

export const IMPORT_COLUMNS = ['File', 'State', 'Users', 'Refused rows', 'Begun'] as const;

const TONES: Partial<Record<UserImport['state'], Tone>> = { done: 'good', failed: 'bad', receiving: 'caution' };

export function importCells(of: UserImport): CellView[] {
  return [
    { text: of.name, url: `${IMPORTS}/${of.id}`, ...(of.dry_run && { detail: 'Dry run' }) },
    stateCell(of),
    { text: String(of.imported) },
    { text: String(of.refused) },
    timeCell(of.created_at),
  ];
}

export function stateCell({ state }: UserImport): CellView {
  const tone = TONES[state];
  return { badge: state.charAt(0).toUpperCase() + state.slice(1), ...(tone !== undefined && { tone }) };
}
