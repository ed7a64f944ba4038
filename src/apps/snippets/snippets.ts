import { browserSnippet } from './browser-snippet.js';
import { curlMachineSnippet, curlSnippet } from './curl-snippet.js';
import { nodeMachineSnippet, nodeSnippet } from './node-snippet.js';
import { phpMachineSnippet, phpSnippet } from './php-snippet.js';
import { pythonMachineSnippet, pythonSnippet } from './python-snippet.js';
import { type SignInApp, signsAssertions, type SnippetApp } from './snippet-app.js';

export interface Snippet {
  readonly id: string;
  readonly label: string;
  readonly code: string;
}

type Language = readonly [id: string, label: string];

const CURL: Language = ['curl', 'curl'];
const NODE: Language = ['node', 'Node'];
const PYTHON: Language = ['python', 'Python'];
const PHP: Language = ['php', 'PHP'];
const BROWSER: Language = ['html', 'Browser'];

const MACHINE: readonly [Language, (app: SnippetApp) => string][] = [
  [CURL, curlMachineSnippet],
  [NODE, nodeMachineSnippet],
  [PYTHON, pythonMachineSnippet],
  [PHP, phpMachineSnippet],
];

const BACKEND: readonly [Language, (app: SignInApp) => string][] = [
  [CURL, curlSnippet],
  [NODE, nodeSnippet],
  [PYTHON, pythonSnippet],
  [PHP, phpSnippet],
];

const PAGE: readonly [Language, (app: SignInApp) => string][] = [
  [BROWSER, browserSnippet],
  [CURL, curlSnippet],
];

/** Code that signs people in with exactly this app, ready to paste; for a machine, code that gets its token. */
export function snippetsFor(app: SnippetApp, kind: string): Snippet[] {
  const { redirectUri } = app;
  if (redirectUri === undefined) return snippets(app, MACHINE);
  return snippets({ ...app, redirectUri }, languagesFor(kind, redirectUri));
}

/** Signing an assertion takes a library; only the Node snippet is written with one. */
function snippets<A extends SnippetApp>(app: A, languages: readonly [Language, (app: A) => string][]): Snippet[] {
  const written = signsAssertions(app) ? languages.filter(([language]) => language === NODE) : languages;
  return written.map(([language, write]) => snippet(language, write(app)));
}

function languagesFor(kind: string, redirectUri: string): typeof BACKEND {
  if (kind === 'browser') return PAGE;
  // An app's own scheme is opened by the operating system, not by a server that listens.
  return /^https?:/.test(redirectUri) ? BACKEND : BACKEND.slice(0, 1);
}

function snippet([id, label]: Language, code: string): Snippet {
  return { id, label, code };
}
