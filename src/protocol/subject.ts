import { createHmac } from 'node:crypto';
import type { OpenIdClientMetadata } from './openid-client-metadata.js';

/** OpenID Connect Core §8. */
export const SUBJECT_TYPES = ['public', 'pairwise'] as const;

/** What of a client's registration decides which `sub` it sees. */
export interface SubjectClient {
  readonly redirectUris: readonly string[];
  readonly metadata: Pick<OpenIdClientMetadata, 'subject_type' | 'sector_identifier_uri'>;
}

/** Whether the client sees users under identifiers that clients of other owners do not see (OpenID Connect Core §8). */
export function isPairwise({ metadata }: Pick<SubjectClient, 'metadata'>): boolean {
  return metadata.subject_type === 'pairwise';
}

/**
 * The host whose clients see the same users under the same identifiers (OpenID Connect Core §8.1): that of
 * `sector_identifier_uri`, or the one host of all redirect URIs. A private-use scheme is the reverse of a host's name
 * (RFC 8252 §7.1), so it stands for itself.
 * @returns undefined when there is no such host: "the Client MUST register a sector_identifier_uri"
 */
export function sectorIdentifier({ redirectUris, metadata }: SubjectClient): string | undefined {
  const uris = metadata.sector_identifier_uri === undefined ? redirectUris : [metadata.sector_identifier_uri];
  const hosts = new Set(uris.map(hostOf));
  const [host] = hosts;
  return hosts.size === 1 ? host : undefined;
}

/**
 * What a change of a registration would do to the `sub` values that the client sees; undefined when they stay. Nobody
 * proves that a host in a redirect URI is theirs, and tokens outlive a change: a client that moved to another sector
 * would read there the identifiers of somebody else's users (OpenID Connect Core §8, §17.3).
 */
export function subjectChange(before: SubjectClient, after: SubjectClient): 'subject_type' | 'sector' | undefined {
  if (isPairwise(before) !== isPairwise(after)) return 'subject_type';
  return isPairwise(after) && sectorIdentifier(before) !== sectorIdentifier(after) ? 'sector' : undefined;
}

function hostOf(uri: string): string {
  const { hostname, protocol } = new URL(uri);
  return hostname === '' ? protocol : hostname;
}

/**
 * The identifier of a user inside one sector (OpenID Connect Core §8.1): without the salt nobody can tell who it is, nor
 * that two of them are the same person.
 * @param salt of this installation, secret and never changed
 */
export function pairwiseSubject(salt: Buffer, sector: string, userId: string): string {
  // A host holds no line break, so the two parts cannot run into one another.
  return createHmac('sha256', salt).update(`${sector}\n${userId}`).digest('base64url');
}
