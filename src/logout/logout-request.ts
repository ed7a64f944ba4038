/** An end session request after everything in it was checked. */
export interface LogoutRequest {
  /** The app that asks, if it said who it is. */
  readonly clientId?: string;
  /** Registered by that app. */
  readonly redirectUri?: string;
  readonly state?: string;
  readonly uiLocales?: string;
  /** Which session is meant, as an ID token of this server says, or the user on a page of this server. */
  readonly proof?: LogoutProof;
}

export interface LogoutProof {
  readonly sid?: string;
  /** The user as the app knows them. */
  readonly subject?: string;
}
