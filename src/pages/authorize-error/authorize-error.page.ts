import { definePage } from '../define-page.js';

/** A text in pieces; the marked ones differ. */
export type MarkedText = readonly { readonly text: string; readonly isDifferent: boolean }[];

export interface AuthorizeErrorView {
  readonly code: string;
  /** For the app's developer. */
  readonly description: string;
  readonly requestId: string;
  readonly appName?: string;
  /** For the app's signed-in owner only. */
  readonly owner?: {
    readonly appUrl: string;
    readonly asked: MarkedText;
    readonly registered: readonly MarkedText[];
    /** Present when the asked address could be registered: posts `redirect_uri` there. */
    readonly addUrl?: string;
    readonly askedText: string;
    /** Why it cannot be registered. */
    readonly fault?: string;
  };
}

/** An authorization request that cannot be answered at the app, because its app or address is not known to be good. */
export const authorizeErrorPage = definePage<AuthorizeErrorView>('authorize-error');
