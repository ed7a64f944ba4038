import { type Command, Option } from 'commander';
import { SIGNING_ALGS } from '../protocol/jose-algs.js';
import type { ListKeysOptions } from './list-keys.js';
import { addExamples, jsonOption, yesOption } from './options.js';
import type { RevokeKeysOptions } from './revoke-keys.js';
import type { RotateKeysOptions } from './rotate-keys.js';

/** Adds `key list`, `key rotate` and `key revoke`. */
export function addKeyCommands(program: Command): void {
  const key = program.command('key').description('list, rotate and revoke signing keys').helpCommand(false);
  addExamples(
    key
      .command('list')
      .description('list the signing keys, with what happens to each next')
      .addOption(jsonOption())
      .action(async (options: ListKeysOptions) => (await import('./list-keys.js')).listKeys(options)),
    'doorward key list',
    `doorward key list --json | jq -r '.[] | select(.state == "active").kid'`,
  );
  addExamples(
    key
      .command('rotate')
      .description('let the next key sign as soon as every client can know it; running servers follow by themselves')
      .addOption(
        new Option('--alg <algorithm...>', 'only the key of this algorithm (default: all)').choices(SIGNING_ALGS),
      )
      .option('--now', 'do not wait until clients know the key; asks first')
      .addOption(yesOption())
      .addOption(jsonOption())
      .action(async (options: RotateKeysOptions) => (await import('./rotate-keys.js')).rotateKeys(options)),
    'doorward key rotate',
    'doorward key rotate --alg ES256 --now',
  );
  addExamples(
    key
      .command('revoke')
      .description('after a compromise: end what a key signed and replace it, at once; asks first')
      .argument('<kid...>', "the keys' ids, from doorward key list")
      .addOption(yesOption())
      .addOption(jsonOption())
      .action(async (kids: string[], options: RevokeKeysOptions) =>
        (await import('./revoke-keys.js')).revokeKeys(kids, options),
      ),
    'doorward key revoke 019ab4c2-7d1e-7c3f-9a51-0c1b2d3e4f50',
  );
}
