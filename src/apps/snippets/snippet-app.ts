import { usesSecret } from '../../protocol/grant-types.js';

/** The values of an app that its code snippets are written with. */
export interface SnippetApp {
  readonly issuer: string;
  readonly clientId: string;
  readonly authMethod: string;
  /** The redirect URI that the code listens on; absent for an app that signs nobody in. */
  readonly redirectUri?: string;
  /** Space-separated, as in a request; may be empty. */
  readonly scope: string;
}

/** An app that signs people in. */
export interface SignInApp extends SnippetApp {
  readonly redirectUri: string;
}

/** A public client has no secret to put into its code, and one that has a key of its own none either. */
export function hasSecret(app: SnippetApp): boolean {
  return usesSecret(app.authMethod);
}

/** Whether the app proves who it is by a signed JWT and not by sending its secret. */
export function signsAssertions({ authMethod }: SnippetApp): boolean {
  return authMethod === 'private_key_jwt' || authMethod === 'client_secret_jwt';
}

/** Where the snippet's own server listens: the port of a loopback redirect URI, else one that a proxy can point at. */
export function listenPort(redirectUri: string): number {
  const { protocol, port } = new URL(redirectUri);
  if (port !== '') return Number(port);
  return protocol === 'http:' ? 80 : 8080;
}

/** Lines of which those that do not apply are left out. */
export function lines(...all: readonly (string | false)[]): string {
  return `${all.filter((line) => line !== false).join('\n')}\n`;
}
