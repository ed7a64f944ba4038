import type { Kind } from './kind.js';
import { ClientsKind } from './kinds/clients.kind.js';
import { ResourcesKind } from './kinds/resources.kind.js';
import { ScopesKind } from './kinds/scopes.kind.js';
import { SettingsKind } from './kinds/settings.kind.js';

/** What a document can declare, in the order in which it is made; it is deleted in the opposite one. */
export const KINDS = [SettingsKind, ResourcesKind, ScopesKind, ClientsKind] as const;

/** Injection token of the kinds themselves. */
export abstract class Kinds {
  abstract readonly all: readonly Kind[];
}
