import { AppOwnersModule } from '../app-owners/app-owners.module.js';
import { AppOwners } from '../app-owners/app-owners.service.js';
import { ClientSecretService } from '../clients/client-secret.service.js';
import { TooManySecretsError } from '../clients/too-many-secrets-error.js';
import { usesSecret } from '../protocol/grant-types.js';
import { CommandFailure } from './command-failure.js';
import { confirm } from './confirm.js';
import { printJson, printLines } from './output.js';
import { requireClient } from './require-client.js';
import { type Services, withServices } from './with-database.js';

const HOUR = 60 * 60;

export interface RotateClientSecretOptions {
  /** Hours. */
  readonly overlap: number;
  readonly yes?: true;
  readonly json?: true;
}

/**
 * `doorward client rotate-secret`
 * @throws CommandFailure
 */
export async function rotateClientSecret(
  clientId: string,
  { overlap, yes, json }: RotateClientSecretOptions,
): Promise<void> {
  const { secret, endsAt } = await withServices(
    'write',
    async (services) => {
      if (overlap === 0)
        await confirm(yes, `The secrets that ${clientId} has now end at once, before it knows the new one.`);
      const made = await rotated(services, clientId, overlap * HOUR);
      return { secret: made, endsAt: await othersEnd(services, clientId) };
    },
    [AppOwnersModule],
  );
  if (json)
    return printJson({
      client_id: clientId,
      client_secret: secret,
      client_secret_expires_at: 0,
      previous_secrets_expire_at: endsAt,
    });
  const before = overlap === 0 ? 'Those before it have ended.' : `Those before it end within ${overlap} hours.`;
  printLines(`The new secret of ${clientId}. Copy it now, it is not shown again. ${before}`, '', `  ${secret}`);
}

/** When the last of the secrets before the new one ends; null when none is left. */
async function othersEnd(services: Services, clientId: string): Promise<Date | null> {
  const { secrets = [] } = await requireClient(services, clientId);
  const ends = secrets.flatMap(({ expiresAt }) => (expiresAt === null ? [] : [expiresAt.getTime()]));
  return ends.length === 0 ? null : new Date(Math.max(...ends));
}

async function rotated(services: Services, clientId: string, overlap: number): Promise<string> {
  const client = await requireClient(services, clientId);
  if (!usesSecret(client.tokenEndpointAuthMethod)) {
    throw new CommandFailure([`This app has no secret: it uses ${client.tokenEndpointAuthMethod}.`]);
  }
  const owners = services.get(AppOwners);
  const owner = await owners.of(client);
  try {
    const secret = await services.get(ClientSecretService).rotate(client, overlap);
    if (secret !== undefined) {
      await owners.tellOfSecret(owner, client, { act: 'made', overlap });
      return secret;
    }
  } catch (cause) {
    if (!(cause instanceof TooManySecretsError)) throw cause;
    const sentence = `The app has ${cause.limit} live secrets, which is the most: wait until one ends, or give --overlap 0.`;
    throw new CommandFailure([sentence], undefined, { cause });
  }
  throw new CommandFailure(['Somebody else made a secret at the same moment: nothing was done.']);
}
