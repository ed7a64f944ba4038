import { SCOPE_ADVICE } from '../registration/allowed-scopes.js';
import type { InitialAccessToken } from '../registration/initial-access-token.entity.js';
import { InitialAccessTokens } from '../registration/initial-access-tokens.service.js';
import { CommandFailure, usageFailure } from './command-failure.js';
import { words } from './options.js';
import { printJson, printLines, printNote, printTable, styled } from './output.js';
import { requireOwner } from './require-owner.js';
import { withServices } from './with-database.js';

const MAX_LABEL = 100;

export interface JsonOption {
  readonly json?: true;
}

export interface CreateTokenOptions extends JsonOption {
  readonly label: string;
  readonly uses: number;
  /** Seconds. */
  readonly expiresIn: number;
  readonly withoutPkce?: true;
  readonly scope?: readonly string[];
  readonly owner?: string;
}

/**
 * `doorward initial-access-token create`
 * @throws CommandFailure
 */
export async function createToken(options: CreateTokenOptions): Promise<void> {
  if (options.label.length > MAX_LABEL) throw usageFailure(`--label: shorten it to at most ${MAX_LABEL} characters.`);
  const scopes = options.scope && words(options.scope);
  const policy = { pkceRequired: options.withoutPkce !== true, ...(scopes && { allowedScopes: scopes }) };
  const { id, token } = await withServices('write', async (services) => {
    const tokens = services.get(InitialAccessTokens);
    if (!(await tokens.mayAllow(scopes ?? []))) throw usageFailure(`--scope: ${SCOPE_ADVICE}`);
    const owner = await requireOwner(services, options.owner);
    return tokens.create({
      label: options.label,
      policy,
      ownerEmployeeId: owner?.employeeId ?? null,
      maxUses: options.uses,
      lifetime: options.expiresIn,
    });
  });
  if (options.json)
    return printJson({ id, initial_access_token: token, uses: options.uses, expires_in: options.expiresIn });
  return printLines(
    `Made ${styled('bold', options.label)}. Copy the token now: it is not shown again.`,
    '',
    `  Id     ${id}`,
    `  Token  ${token}`,
  );
}

/** `doorward initial-access-token list` */
export async function listTokens({ json }: JsonOption): Promise<void> {
  const tokens = await withServices('read', (services) => services.get(InitialAccessTokens).list());
  if (json) return printJson(tokens.map(publicToken));
  if (tokens.length === 0) return printNote("There are none: make one with 'doorward initial-access-token create'.");
  return printTable(
    ['ID', 'LABEL', 'USED', 'PKCE', 'OWNER', 'UNTIL'],
    tokens.map(({ id, label, usedCount, maxUses, policy, ownerEmployeeId, expiresAt }) => [
      id,
      label,
      `${usedCount}/${maxUses}`,
      policy.pkceRequired ? 'required' : 'optional',
      ownerEmployeeId ?? '-',
      expiresAt.toISOString().slice(0, 16),
    ]),
  );
}

/**
 * `doorward initial-access-token revoke`
 * @throws CommandFailure when there is none
 */
export async function revokeToken(id: string, { json }: JsonOption): Promise<void> {
  const isRevoked = await withServices('write', (services) => services.get(InitialAccessTokens).revoke(id));
  if (!isRevoked) throw new CommandFailure([`There is no token '${id}': see 'doorward initial-access-token list'.`]);
  if (json) printJson({ id, revoked: true });
  else printLines('Revoked.');
}

function publicToken(token: InitialAccessToken): Readonly<Record<string, unknown>> {
  return {
    id: token.id,
    label: token.label,
    uses: token.maxUses,
    used: token.usedCount,
    pkce_required: token.policy.pkceRequired,
    allowed_scopes: token.policy.allowedScopes ?? null,
    owner_employee_id: token.ownerEmployeeId,
    expires_at: token.expiresAt.toISOString(),
  };
}
