import type { DataSource } from 'typeorm';
import type { Settings } from '../../config/settings.js';
import { KeyVault } from '../../keys/key-vault.service.js';
import { SigningKey } from '../../keys/signing-key.entity.js';
import { SigningKeyStore } from '../../keys/signing-key.store.js';
import { UnopenableKeyError } from '../../keys/unopenable-key-error.js';
import type { Finding } from './finding.js';

const CHECK = 'signing keys';

/** Do the keys that sign, or soon will, open with SECRET_KEY? Needs tables that are up to date. */
export async function checkSigningKeys(source: DataSource, settings: Settings): Promise<Finding> {
  const { keys } = await new SigningKeyStore(source.getRepository(SigningKey)).all();
  const sealed = keys.filter(({ privateJwk }) => privateJwk !== null);
  if (sealed.length === 0)
    return { check: CHECK, state: 'ok', detail: 'There are none yet: the first start makes them.' };
  if (unopened(sealed, settings.secretKeys) > 0) {
    return { check: CHECK, state: 'fail', detail: new UnopenableKeyError().message };
  }
  const older = unopened(sealed, settings.secretKeys.slice(0, 1));
  if (older === 0) return { check: CHECK, state: 'ok', detail: 'Each opens with SECRET_KEY.' };
  const detail = `${older} of ${sealed.length} are sealed with an older key of SECRET_KEY, which must stay in the list.`;
  return { check: CHECK, state: 'ok', detail, fix: "Let 'doorward key rotate' take effect twice, then none is." };
}

function unopened(keys: readonly SigningKey[], secretKeys: readonly Buffer[]): number {
  const vault = new KeyVault({ secretKeys });
  return keys.filter((key) => !opens(vault, key)).length;
}

function opens(vault: KeyVault, key: SigningKey): boolean {
  try {
    vault.open(key);
    return true;
  } catch {
    return false;
  }
}
