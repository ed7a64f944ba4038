import type { AppView } from '../app-view.js';
import { definePage } from '../define-page.js';

export interface SecretView {
  /** Last characters, to tell secrets apart. */
  readonly hint: string;
  readonly isCurrent: boolean;
  readonly createdAt: Date;
  readonly expiresAt?: Date;
  readonly lastUsedAt?: Date;
  /** Posts there to end it now; absent for the current one. */
  readonly revokeUrl?: string;
}

export interface SnippetView {
  /** `curl`, `node`, `python`, `php`, `html`. */
  readonly id: string;
  readonly label: string;
  readonly code: string;
}

/** A URL of the app that did not answer as it should. */
export interface OutboundProblemView {
  /** The member of the registration; texts under `app.outbound.<purpose>`. */
  readonly purpose: string;
  readonly url: string;
  /** The end of the sentence. */
  readonly message: string;
  readonly at: Date;
}

/** A member of the registration with its values; addresses of pages are links. */
export interface RegisteredView {
  readonly name: string;
  readonly values: readonly string[];
  readonly isCode: boolean;
}

export interface AppDetailView extends AppView {
  readonly kind: string;
  readonly clientId: string;
  readonly clientUri?: string;
  readonly createdAt: Date;
  readonly isVerified: boolean;
  readonly isSuspended: boolean;
  /** What an administrator wrote. */
  readonly suspendedReason?: string;
  readonly problems: readonly OutboundProblemView[];
  /** Its way to prove who it is needs a secret that was made for it, and there is none. */
  readonly needsNewSecret: boolean;
  readonly redirectUris: readonly string[];
  /** What stands behind "Advanced" in its form, under the form's names; only what is set. */
  readonly registered: readonly RegisteredView[];
  /** It registered itself; with the day on which it ends unless it is used. */
  readonly isSelfRegistered: boolean;
  readonly unusedUntil?: Date;
  readonly grantTypes: readonly string[];
  readonly scopes: readonly string[];
  readonly tokenEndpointAuthMethod: string;
  readonly secrets: readonly SecretView[];
  /** Shown after asking for it. */
  readonly stateKey?: string;
  readonly stateKeyUrl: string;
  readonly editUrl: string;
  readonly rotateUrl?: string;
  readonly deleteUrl: string;
  /** The "Login with …" button; absent for a machine. */
  readonly button?: { readonly label: string; readonly html: string };
  readonly snippets: readonly SnippetView[];
}

export const appPage = definePage<AppDetailView>('app', 'panel', ({ name }) => name);
