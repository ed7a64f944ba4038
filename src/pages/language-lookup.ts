/**
 * The first wish that a supported language fulfils: RFC 4647 §3.4 "lookup", which shortens each range from its end until
 * something fits, so that `de-AT` finds `de`.
 * @param wishes language ranges, the most wanted first
 */
export function lookupLanguage(wishes: readonly string[], supported: readonly string[]): string | undefined {
  for (const wish of wishes) {
    const found = lookupOne(wish.toLowerCase().split('-'), supported);
    if (found !== undefined) return found;
  }
  return undefined;
}

function lookupOne(subtags: readonly string[], supported: readonly string[]): string | undefined {
  if (subtags.length === 0) return undefined;
  const range = subtags.join('-');
  const found = supported.find((tag) => tag.toLowerCase() === range);
  if (found !== undefined) return found;
  // "Single letter or digit subtags […] are removed as well": `zh-Hant-x-private` loses two at once.
  const shorter = subtags.slice(0, -1);
  return lookupOne(shorter.at(-1)?.length === 1 ? shorter.slice(0, -1) : shorter, supported);
}
