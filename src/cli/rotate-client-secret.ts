import { AppOwnersModule } from '../app-owners/app-owners.module.js';
import { AppOwners } from '../app-owners/app-owners.service.js';
import { ClientSecretService } from '../clients/client-secret.service.js';
import { TooManySecretsError } from '../clients/too-many-secrets-error.js';
import { usesSecret } from '../protocol/grant-types.js';
import { CommandFailure } from './command-failure.js';
import { printJson, printLines } from './output.js';
import { requireClient } from './require-client.js';
import { type Services, withServices } from './with-database.js';

const HOUR = 60 * 60;

export interface RotateClientSecretOptions {
  /** Hours. */
  readonly overlap: number;
  readonly json?: true;
}

/**
 * `doorward client rotate-secret`
 * @throws CommandFailure
 */
export async function rotateClientSecret(
  clientId: string,
  { overlap, json }: RotateClientSecretOptions,
): Promise<void> {
  const secret = await withServices('write', (services) => rotated(services, clientId, overlap * HOUR), [
    AppOwnersModule,
  ]);
  if (json) return printJson({ client_id: clientId, client_secret: secret, client_secret_expires_at: 0 });
  const before = overlap === 0 ? 'Those before it have ended.' : `Those before it end within ${overlap} hours.`;
  printLines(`The new secret of ${clientId}. Copy it now, it is not shown again. ${before}`, '', `  ${secret}`);
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
