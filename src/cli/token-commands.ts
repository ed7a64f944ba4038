import type { Command } from 'commander';
import type { IntrospectTokenOptions } from './introspect-token.js';
import { addExamples, jsonOption, yesOption } from './options.js';
import type { RevokeTokenOptions } from './revoke-tokens.js';

/** Adds `token introspect` and `token revoke`. */
export function addTokenCommands(program: Command): void {
  const token = program.command('token').description('look into tokens, and end them').helpCommand(false);
  addExamples(
    token
      .command('introspect')
      .description('say what a token is worth now (RFC 7662); it is read from standard input, or asked for')
      .option('--file <path>', 'read the token from a file')
      .addOption(jsonOption())
      .action(async (options: IntrospectTokenOptions) =>
        (await import('./introspect-token.js')).introspectToken(options),
      ),
    'doorward token introspect',
    'doorward token introspect --json < token.txt | jq .active',
  );
  addExamples(
    token
      .command('revoke')
      .description(
        'end one token, which is read from standard input or asked for, or all of a user, app or grant; asks before it ends those of many',
      )
      .option('--file <path>', 'read the token from a file')
      .option('--user <login>', 'everything that apps may do for this user (user name or e-mail address)')
      .option('--client <id>', 'every token of the app with this client id; with --user only those of that user')
      .option('--grant <id>', 'one authorization with its tokens, as token introspect and the admin API show it')
      .addOption(yesOption())
      .addOption(jsonOption())
      .action(async (options: RevokeTokenOptions) => (await import('./revoke-tokens.js')).revokeTokens(options)),
    'doorward token revoke --file leaked-token.txt',
    'doorward token revoke --user ada --client client_1sQ2d9xJv0aJbqkPzR5m3w',
    'doorward token revoke --grant 01999999-0000-7000-8000-000000000000 --json',
  );
}
