import type { ClientMetadataInput, MetadataFault } from '../protocol/client-metadata.js';
import { printable } from './table.js';

/** The option that a member of the metadata comes from. */
const OPTION_OF_FIELD: Readonly<Partial<Record<keyof ClientMetadataInput, string>>> = {
  kind: '--kind',
  client_name: '--name',
  client_uri: '--website',
  redirect_uris: '--redirect-uri',
  grant_types: '--grant-type',
  token_endpoint_auth_method: '--auth-method',
  scope: '--scope',
  post_logout_redirect_uris: '--post-logout-redirect-uri',
  jwks_uri: '--jwks-uri',
};

/** What is wrong with a registration, option by option; the characters that are wrong are marked on a line below. */
export function metadataSentences(input: ClientMetadataInput, faults: readonly MetadataFault[]): string[] {
  return faults.map((fault) => {
    const option = OPTION_OF_FIELD[fault.field] ?? `--metadata: ${fault.field}`;
    const value = valueOf(input, fault);
    return value === undefined
      ? `${option}: ${fault.message}`
      : [`${option}: ${fault.message}`, ...marked(value, fault)].join('\n');
  });
}

function valueOf(input: ClientMetadataInput, { field, item }: MetadataFault): string | undefined {
  const value: unknown = input[field];
  const named: unknown = item !== undefined && Array.isArray(value) ? value[item] : value;
  return typeof named === 'string' ? named : undefined;
}

function marked(value: string, { index, length = 0 }: MetadataFault): string[] {
  // One character for one, so that the marks stay below what they mark.
  const line = value.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => '\u00b7'.repeat(character.length));
  if (index === undefined) return [`  ${printable(line)}`];
  return [`  ${line}`, `  ${' '.repeat(index)}${'^'.repeat(Math.max(1, length))}`];
}
