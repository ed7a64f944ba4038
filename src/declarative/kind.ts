import type { AdminResource, AdminScope } from '../protocol/admin-scope.js';
import type { JsonObject } from '../protocol/json-value.js';
import type { Declarer } from './declarer.js';

/** Where something stands in the document: names of members and positions in lists. */
export type Path = readonly (string | number)[];

/** Something to put right. The message is a sentence, and never holds a secret. */
export interface Fault {
  readonly path: Path;
  readonly message: string;
}

/** One value that differs. An absent side is undefined; secrets never stand here. */
export interface Change {
  /** Within the thing, like `redirect_uris[1]`; empty for the thing itself. */
  readonly path: Path;
  readonly from: unknown;
  readonly to: unknown;
}

/** Something that is there. */
export interface Existing<Row> {
  readonly id: string;
  /** As it stands in a document. What is at its default is left out. */
  readonly document: unknown;
  /** What an export says besides: references to the secrets. */
  readonly references?: JsonObject;
  readonly row: Row;
}

/** Something that is to be, checked. */
export interface Wanted {
  readonly document: unknown;
  /** What differs besides the document, such as a secret, in words. */
  readonly changes?: readonly Change[] | undefined;
  /** What the reader of a plan should know. */
  readonly notes?: readonly string[] | undefined;
}

/** What a check says: what is to be, or what is wrong; neither when there is nothing to do. */
export interface Checked<W extends Wanted> {
  readonly wanted?: W;
  readonly faults: readonly Fault[];
}

/** Where a declaration stands. */
export interface Context {
  readonly declarer: Declarer;
  /** What the same document declares of each section, unchecked, so that things can name one another. */
  readonly declared: ReadonlyMap<string, JsonObject>;
  /** Digests of the secrets that the document refers to, and for what. */
  readonly secrets: Map<string, string>;
}

/** What doing a step takes, for whoever judges who may do it: the judgement itself is none of this folder's. */
export interface Demand {
  /** Resources of the admin API by which the same is done in single operations. */
  readonly writes: readonly AdminResource[];
  /** Whether it is an owner's, in person. */
  readonly isOwnersOnly?: boolean;
  /** The app that is acted on, as it was read. */
  readonly client?: { readonly clientId: string; readonly adminScopes: readonly string[] | null };
  /** All that an app may do afterwards through the admin API, when that is something else than before. */
  readonly gives?: readonly AdminScope[];
}

/** What was done: false when somebody else changed the thing since it was read. */
export type Outcome = boolean | { readonly secrets: Secrets };

/** Shown once to whoever applied it, under the names of RFC 7591. */
export type Secrets = Readonly<Record<string, string>>;

/** A kind of thing that a document can declare. A new one is a file in `kinds/` and a line in `kinds.ts`. */
export interface Kind<Row = unknown, W extends Wanted = Wanted> {
  /** The member of the document that holds these things by their ids. */
  readonly section: string;
  /** What one is called. */
  readonly noun: string;
  /** Those that documents manage, ordered by id. */
  list(): Promise<readonly Existing<Row>[]>;
  /** Checks a declaration, by itself and against what is there. Paths begin within the thing. */
  compare(id: string, declared: unknown, existing: Existing<Row> | undefined, context: Context): Promise<Checked<W>>;
  create(id: string, wanted: W): Promise<Outcome>;
  /** @param changed names of the members that differ */
  update(existing: Existing<Row>, wanted: W, changed: ReadonlySet<string | number>): Promise<Outcome>;
  /** @param wanted undefined for a deletion */
  demandOf(id: string, existing: Existing<Row> | undefined, wanted: W | undefined): Demand;
  /** Members that name things of kinds that come later; `finish` sets them. */
  readonly lateMembers?: ReadonlySet<string | number>;
  /** After everything is made. @returns false when somebody else changed the thing meanwhile */
  finish?(id: string, wanted: W): Promise<boolean>;
  delete(existing: Existing<Row>): Promise<boolean>;
}
