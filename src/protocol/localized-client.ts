import type { OpenIdClientMetadata } from './openid-client-metadata.js';

const NAME = 'client_name#';

/** The client's names in other languages, by member; undefined when there are none. */
export function localizedNames({ localized = {} }: OpenIdClientMetadata): Readonly<Record<string, string>> | undefined {
  const names = Object.entries(localized).filter(([member]) => member.startsWith(NAME));
  return names.length === 0 ? undefined : Object.fromEntries(names);
}

/**
 * A member in the language that a page speaks (OpenID Connect Registration §2.1), by lookup (RFC 4647 §3.4): `de-AT`
 * finds `de`, not `de-DE`. The best is the exact tag, then shorter ones.
 * @returns undefined when none fits: the member without a tag is meant for everybody
 */
export function localizedMember(
  { localized }: OpenIdClientMetadata,
  member: 'client_name' | 'policy_uri' | 'tos_uri',
  locale: string,
): string | undefined {
  if (localized === undefined) return undefined;
  const byTag = new Map(Object.entries(localized).map(([name, value]) => [name.toLowerCase(), value]));
  const subtags = locale.toLowerCase().split('-');
  for (let count = subtags.length; count > 0; count -= 1) {
    const found = byTag.get(`${member}#${subtags.slice(0, count).join('-')}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
