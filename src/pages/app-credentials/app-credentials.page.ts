import { definePage } from '../define-page.js';
import { text } from '../texts.js';

export interface AppCredentialsView {
  /** `created`, or `rotated` when only a new secret is shown. */
  readonly occasion: 'created' | 'rotated';
  readonly clientName: string;
  readonly clientId: string;
  readonly clientSecret?: string;
  readonly registrationAccessToken?: string;
  readonly stateKey?: string;
  /** When the older secret stops; absent when there is none or it stopped at once. */
  readonly oldSecretEndsAt?: Date;
  readonly continueUrl: string;
}

/** Secrets that are shown this once. */
export const appCredentialsPage = definePage<AppCredentialsView>(
  'app-credentials',
  'panel',
  ({ occasion, clientName }) => text(`app-credentials.${occasion}`, { app: clientName }),
);
