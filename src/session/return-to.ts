/** A path of this server: one slash, then no character that a browser may read as the start of another address. */
const LOCAL_PATH = /^\/(?![/\\])[A-Za-z0-9\-._~!$&'()*+,;=:@/?%]*$/;
const MAX_LENGTH = 2_000;
const HOME = '/';

/**
 * Where to go after signing in: the wanted path if it is one of ours, the home page otherwise. Nothing that leads to
 * another origin passes (attack A04: open redirect), encoded or not.
 */
export function localPath(wanted: string | undefined): string {
  if (wanted === undefined || wanted.length > MAX_LENGTH || !LOCAL_PATH.test(wanted)) return HOME;
  // `//` and `\` anywhere in the path, also encoded: a proxy that normalises may turn them into a host.
  const [path = ''] = wanted.split('?', 1);
  return /\/\/|%2f|%5c|\/\.{1,2}(?:\/|$)/i.test(path) ? HOME : wanted;
}
