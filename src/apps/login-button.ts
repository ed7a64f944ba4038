/** Where the button leads: the app's own page that starts the code flow (docs: the documented flow, step 3). */
const LOGIN_PATH = '/authLogin';

const STYLE = [
  'display:inline-block',
  'padding:.75rem 1.25rem',
  'border-radius:.5rem',
  'background:#1d4ed8',
  'color:#fff',
  'font:600 1rem system-ui,sans-serif',
  'text-decoration:none',
].join(';');

export interface LoginButton {
  readonly label: string;
  readonly html: string;
}

/**
 * The "Login with" button to paste into the app's pages, plain and styled. Absent for apps without pages of their
 * own: machines, and native apps.
 */
export function loginButton(kind: string, redirectUris: readonly string[]): LoginButton | undefined {
  const [redirectUri] = redirectUris;
  if (redirectUri === undefined || (kind !== 'server' && kind !== 'browser')) return undefined;
  const label = 'Login with Doorward';
  // An origin consists of characters that mean nothing in HTML.
  const href = `${new URL(redirectUri).origin}${LOGIN_PATH}`;
  return {
    label,
    html: `<a href="${href}">${label}</a>\n\n<!-- or, as a button: -->\n<a href="${href}" style="${STYLE}">${label}</a>\n`,
  };
}
