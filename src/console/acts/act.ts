import type { ConsoleFieldView, LinkView } from '../../pages/console-views.js';
import type { ApiResult } from '../api-answer.js';
import type { ConsoleClient } from '../console-api.service.js';
import type { ConsoleNotice } from '../console-pages.service.js';

/** What an act works with. */
export interface ActContext {
  readonly id: string;
  /** The version whose consequences were read. */
  readonly etag: string;
  /** What was typed into the act's own fields. */
  readonly values: Readonly<Record<string, string>>;
}

/** Something that is done to one thing after its consequences were read. */
export interface Act<Thing> {
  readonly question: (thing: Thing) => string;
  readonly lead?: (thing: Thing) => string;
  readonly consequences: (thing: Thing) => readonly string[];
  readonly fields?: readonly ConsoleFieldView[];
  readonly submit: string;
  readonly isDanger?: boolean;
  /** Deletes the thing: its name has to be typed, and the list is shown afterwards. */
  readonly isForGood?: boolean;
  readonly notice: ConsoleNotice;
  readonly run: (api: ConsoleClient, context: ActContext) => Promise<ApiResult<unknown>>;
}

/** Things of one kind, and what can be done to each. */
export interface ActsOn<Thing> {
  /** The list; each thing is one step below it, each act one step below the thing. */
  readonly list: LinkView;
  /** Whether each thing has a page, to which its acts lead back; to the list otherwise. */
  readonly hasPages: boolean;
  readonly read: (api: ConsoleClient, id: string) => Promise<ApiResult<Thing>>;
  readonly nameOf: (thing: Thing) => string;
  /** By the last part of their address. */
  readonly acts: Readonly<Record<string, Act<Thing>>>;
}
