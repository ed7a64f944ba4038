import type { AppView } from '../app-view.js';
import { definePage } from '../define-page.js';
import type { PermissionText } from '../permission-text.js';

/** A box to tick: a scope, or a single claim. */
export interface ConsentScope extends PermissionText {
  /** What the form sends, like `email` or `claim:email`. */
  readonly name: string;
  readonly id: string;
  /** What exactly would be shared: the user's own values, like `ada@example.com`. */
  readonly values: readonly string[];
  readonly isTicked: boolean;
  /** To be weighed: marked, and never ticked by itself. */
  readonly isSensitive?: boolean;
  /** Not asked for the last time. */
  readonly isNew: boolean;
}

export interface ConsentView {
  readonly app: AppView;
  /** The app's owner as a person; absent for an app of this server's operator. */
  readonly ownerName?: string;
  readonly isVerified: boolean;
  /** Where the browser goes afterwards, like `photos.example.com`. */
  readonly redirectHost: string;
  /** Whether it signs the user in (openid was asked for): said, not asked. */
  readonly isSigningIn: boolean;
  readonly scopes: readonly ConsentScope[];
  /** Whether the app may go on without the user (offline_access was asked for). */
  readonly asksOffline: boolean;
  readonly account: {
    readonly id: string;
    readonly username: string;
    readonly email: string;
    readonly pictureUrl?: string;
  };
  readonly interactionId: string;
  /** What of the app changed since the last time: `name`, `logo`, `hosts`. */
  readonly changes: readonly string[];
  /** The person signed in as someone else while this page was open. */
  readonly isOtherAccount: boolean;
  /** Nothing was ticked. */
  readonly error?: string;
}

/**
 * "Do you really want to give … permission?" Posts to /consent: `interaction`, `account` (its id), the boxes `scope`, and
 * the pressed button `decision`: `allow` (#consent-allow), `deny` (#consent-deny) or `switch` (another account).
 */
export const consentPage = definePage<ConsentView>('consent');
