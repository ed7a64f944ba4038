import { type Command, InvalidArgumentError, Option } from 'commander';
import type { CreateTokenOptions, JsonOption } from './initial-access-tokens.js';
import { addExamples, collect, jsonOption } from './options.js';

const UNITS: Readonly<Record<string, number>> = { m: 60, h: 60 * 60, d: 24 * 60 * 60 };
const YEAR = 365 * 24 * 60 * 60;
const MAX_USES = 1_000_000;

const commands = () => import('./initial-access-tokens.js');

/** Adds `initial-access-token create`, `list` and `revoke`. */
export function addInitialAccessTokenCommands(program: Command): void {
  const token = program
    .command('initial-access-token')
    .description('let apps register themselves (RFC 7591)')
    .helpCommand(false);
  addExamples(
    token
      .command('create')
      .description('make a token; it is shown once')
      .option('--label <text>', 'what it is for', 'command line')
      .addOption(new Option('--uses <number>', 'how many apps may register with it').default(1).argParser(parseUses))
      .addOption(
        new Option('--expires-in <time>', 'how long it lives, like 30m, 12h or 30d')
          .default(30 * 24 * 60 * 60, '30d')
          .argParser(parseDuration),
      )
      .option('--without-pkce', 'confidential apps that register with it may go without PKCE')
      .option(
        '--scope <scope...>',
        'what they may ask for at most, also of defined scopes that are not sensitive (default: every built-in one)',
        collect,
      )
      .option('--owner <login>', 'user name or e-mail of the user whose apps they become (default: nobody)')
      .addOption(jsonOption())
      .action(async (options: CreateTokenOptions) => (await commands()).createToken(options)),
    'doorward initial-access-token create --label "CI" --uses 100 --expires-in 90d',
    'doorward initial-access-token create --without-pkce --json | jq -r .initial_access_token',
  );
  addExamples(
    token
      .command('list')
      .description('list tokens that have not ended')
      .addOption(jsonOption())
      .action(async (options: JsonOption) => (await commands()).listTokens(options)),
    'doorward initial-access-token list',
  );
  addExamples(
    token
      .command('revoke')
      .description('end a token; apps that registered with it stay')
      .argument('<id>', 'as the list shows it')
      .addOption(jsonOption())
      .action(async (id: string, options: JsonOption) => (await commands()).revokeToken(id, options)),
    'doorward initial-access-token revoke 01999999-0000-7000-8000-000000000000',
  );
}

function parseUses(text: string): number {
  const uses = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  if (uses < 1 || uses > MAX_USES) throw new InvalidArgumentError(`Give a whole number from 1 to ${MAX_USES}.`);
  return uses;
}

/** @returns seconds */
function parseDuration(text: string): number {
  const [, count = '', unit = ''] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
  const seconds = Number(count) * (UNITS[unit] ?? 0);
  if (seconds < 1 || seconds > YEAR) throw new InvalidArgumentError('Give a time up to a year, like 30m, 12h or 30d.');
  return seconds;
}
