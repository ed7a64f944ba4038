import { ClientService } from '../clients/client.service.js';
import { GrantAdministration } from '../token/grant-administration.service.js';
import { type Revoked, type RevokedFor, TokenAdministration } from '../token/token-administration.service.js';
import { TokenModule } from '../token/token.module.js';
import { UserService } from '../users/user.service.js';
import { CommandFailure, usageFailure } from './command-failure.js';
import { confirm } from './confirm.js';
import { printJson, printLines } from './output.js';
import { readToken } from './token-input.js';
import { type Services, withServices } from './with-database.js';

export interface RevokeTokenOptions {
  readonly file?: string;
  readonly user?: string;
  readonly client?: string;
  readonly grant?: string;
  readonly yes?: true;
  readonly json?: true;
}

/**
 * `doorward token revoke`
 * @throws CommandFailure when there is nothing of the kind to end
 */
export async function revokeTokens(options: RevokeTokenOptions): Promise<void> {
  const { file, user, client, grant, json } = options;
  const isOfMany = user !== undefined || client !== undefined;
  if ([file !== undefined, isOfMany, grant !== undefined].filter(Boolean).length > 1) {
    throw usageFailure('Give one of --file, --grant, or --user and --client.');
  }
  const token = isOfMany || grant !== undefined ? '' : await readToken(file);
  const revoked = await withServices(
    'write',
    async (services) => {
      if (isOfMany) return revokeAll(services, options);
      return grant === undefined ? revokePresented(services, token) : revokeGrant(services, grant);
    },
    [TokenModule],
  );
  if (json) return printJson(revoked);
  return printLines(sentence(revoked));
}

/** @throws CommandFailure */
async function revokeAll(services: Services, options: RevokeTokenOptions): Promise<Revoked> {
  const of = await whose(services, options);
  const { client: by = 'every app', user: from = 'everybody' } = options;
  await confirm(options.yes, `What ${by} may do for ${from} ends: whoever still wants it has to allow it again.`);
  return services.get(TokenAdministration).revokeAll(of);
}

/** @throws CommandFailure */
async function whose(services: Services, { user: login, client: clientId }: RevokeTokenOptions): Promise<RevokedFor> {
  const user = login === undefined ? undefined : await services.get(UserService).byLogin(login);
  if (user === null) throw new CommandFailure([`--user: there is no user '${login ?? ''}': see 'doorward user list'.`]);
  const client = clientId === undefined ? undefined : await services.get(ClientService).stored(clientId);
  if (clientId !== undefined && client === undefined) {
    throw new CommandFailure([`--client: there is no app '${clientId}': see 'doorward client list'.`]);
  }
  return { user, client };
}

/** @throws CommandFailure */
async function revokePresented(services: Services, token: string): Promise<Revoked> {
  const ended = await services.get(TokenAdministration).revokePresented(token);
  if (ended !== undefined) return ended;
  throw new CommandFailure(['There is no such token: it ended before, or was copied wrongly. Nothing was revoked.']);
}

/** @throws CommandFailure */
async function revokeGrant(services: Services, id: string): Promise<Revoked> {
  if (await services.get(GrantAdministration).revoke(id)) return { grants: 1, tokens: 0 };
  throw new CommandFailure([`--grant: there is no grant '${id}' that has not ended. Nothing was revoked.`]);
}

function sentence({ grants, tokens }: Revoked): string {
  const parts = [
    ...(grants === 0 ? [] : [`${grants} ${grants === 1 ? 'authorization' : 'authorizations'} with all tokens`]),
    ...(tokens === 0 ? [] : [`${tokens} ${tokens === 1 ? 'access token' : 'access tokens'}`]),
  ];
  return parts.length === 0 ? 'There was nothing to revoke.' : `Revoked: ${parts.join(', ')}.`;
}
