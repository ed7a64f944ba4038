// OpenID Connect Session Management §3.2. Runs in a hidden frame of an app. The app sends "client_id session_state" and
// is told whether what it was given at sign-in still holds. Nobody learns anything here that they did not bring along.

const COOKIE = /(?:^|; )(?:__Host-)?doorward_state=([A-Za-z0-9_-]+)/;
const MESSAGE = /^(\S+) (\S+)$/;

async function sha256(text) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function answerTo(message, origin) {
  const [, clientId, sessionState] = MESSAGE.exec(message) ?? [];
  const salt = sessionState?.split('.')[1];
  const state = COOKIE.exec(document.cookie)?.[1];
  // The browser keeps the cookie from frames, or gives no digests to pages in the clear: nothing can be said. "changed"
  // would sign people out of the app for nothing.
  if (!salt || !state || crypto.subtle === undefined) return 'error';
  const expected = `${await sha256([clientId, origin, state, salt].join(' '))}.${salt}`;
  return sessionState === expected ? 'unchanged' : 'changed';
}

window.addEventListener('message', ({ data, origin, source }) => {
  if (typeof data !== 'string' || !source || origin === 'null') return;
  // Only to who asked, at the origin that it asked from.
  void answerTo(data, origin).then((answer) => source.postMessage(answer, origin));
});
