import { Injectable, Logger } from '@nestjs/common';
import { requireOk } from '../outbound/outbound-answer.js';
import { Outbound } from '../outbound/outbound.service.js';
import {
  checkClientMetadata,
  type ClientMetadata,
  type ClientMetadataInput,
  type MetadataFault,
  type MetadataResult,
} from '../protocol/client-metadata.js';
import { type DefinedScope, type DefinedScopes, isOpenToOwners } from '../protocol/custom-scope.js';
import { ScopeCatalogue } from '../scopes/scope-catalogue.service.js';
import { type SubjectClient, subjectChange } from '../protocol/subject.js';

/** Whose metadata is checked. */
export interface CheckContext {
  /** Who says what the app is registered for: an operator, its owner, or else the app itself. */
  readonly by?: 'operator' | 'owner';

  /** Scopes that are about to be defined, or changed to this, together with the app. */
  readonly planned?: DefinedScopes;
  /** What the app may be registered for; null or nothing for every scope. */
  readonly allowedScopes?: readonly string[] | null | undefined;
  /** The app as it is, for a change. */
  readonly before?: SubjectClient & { readonly scopes: readonly string[] };
}

/** The validator with what only the network knows. Used for every registration and every change, whole. */
@Injectable()
export class ClientMetadataCheck {
  private readonly logger = new Logger(ClientMetadataCheck.name);

  constructor(
    private readonly outbound: Outbound,
    private readonly catalogue: ScopeCatalogue,
  ) {}

  /**
   * Checks metadata by the rules, by what an administrator allows this app, by what of it can never change, then its
   * sector identifier. OpenID Connect Registration §5: the values of redirect_uris "MUST be included in the elements of
   * the array", or apps that do not belong together could share pairwise subjects.
   */
  async check(input: ClientMetadataInput, context: CheckContext = {}): Promise<MetadataResult> {
    const { before } = context;
    const defined = new Map([...(await this.catalogue.among(input.scope)), ...(context.planned ?? [])]);
    const result = checkClientMetadata(input, defined);
    if (result.metadata === undefined) return result;
    const excess = input.scope.filter((scope) => !mayHave(scope, defined.get(scope), context));
    if (excess.length > 0) return { faults: excess.map((scope) => tooMuch(scope)) };
    const moved = before && subjectFault(before, result.metadata);
    if (moved !== undefined) return { faults: [moved] };
    const sector = result.metadata.openid.sector_identifier_uri;
    if (sector === undefined || (await this.lists(sector, input.redirect_uris))) return result;
    // Why is not told: a stranger could learn from it what this server can reach.
    const message =
      'Publish at this address a JSON list of every callback URL. It could not be read, or one is missing.';
    return { faults: [{ field: 'sector_identifier_uri', message }] };
  }

  private async lists(sector: string, redirectUris: readonly string[]): Promise<boolean> {
    try {
      const options = { accept: 'application/json', purpose: 'sector_identifier_uri' } as const;
      const { body } = requireOk(await this.outbound.get(sector, options));
      const listed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
      return Array.isArray(listed) && redirectUris.every((uri) => listed.includes(uri));
    } catch (error) {
      this.logger.debug(`a sector identifier could not be read: ${error instanceof Error ? error.message : 'unknown'}`);
      return false;
    }
  }
}

/** @param before as the app is; its users are known to it under identifiers that stay */
function subjectFault(before: SubjectClient, { redirectUris, openid }: ClientMetadata): MetadataFault | undefined {
  const change = subjectChange(before, { redirectUris, metadata: openid });
  if (change === undefined) return undefined;
  if (change === 'subject_type') {
    return {
      field: 'subject_type',
      message: 'This stays as it was registered. Register another app for the other type.',
    };
  }
  const field = openid.sector_identifier_uri === undefined ? 'redirect_uris' : 'sector_identifier_uri';
  const message = 'The host stays: it decides under which identifiers the app knows its users. Register another app.';
  return { field, message };
}

/**
 * Scopes that administrators defined are for whom they say. An app that registers itself has none of them unless it was
 * named for it, and nobody but an operator gives what is sensitive or opens something to machines (docs/adr/0046).
 */
function mayHave(
  scope: string,
  custom: DefinedScope | undefined,
  { by, allowedScopes, before }: CheckContext,
): boolean {
  if (allowedScopes && !allowedScopes.includes(scope)) return false;
  if (custom === undefined || by === 'operator' || before?.scopes.includes(scope) === true) return true;
  return isOpenToOwners(custom) && (by === 'owner' || (allowedScopes ?? null) !== null);
}

function tooMuch(scope: string): MetadataFault {
  return { field: 'scope', message: `Leave out ${scope}: an administrator did not allow it for this app.` };
}
