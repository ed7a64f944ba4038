import { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { addAuditCommands } from './audit-commands.js';
import { addClientCommands } from './client-commands.js';
import { addConfigCommands } from './config-command.js';
import { addDeclarativeCommands } from './declarative-commands.js';
import { addDemoCommand } from './demo-command.js';
import { addDoctorCommand } from './doctor-command.js';
import { addInitialAccessTokenCommands } from './initial-access-token-commands.js';
import { addKeyCommands } from './key-commands.js';
import { addMigrateCommand } from './migrate-command.js';
import { addExamples } from './options.js';
import { addStartCommand } from './start-command.js';
import { addTokenCommands } from './token-commands.js';
import { addUserCommands } from './user-commands.js';

/**
 * The command line. The files named `…-command` say what can be typed; what a command does is loaded when it is called,
 * so that help is there at once. It prints its result, or throws `CommandFailure`.
 */
export function createProgram(): Command {
  const program = new Command('doorward')
    .description(
      'Doorward, an OAuth 2.1 authorization server. Settings come from the environment: doorward config check.',
    )
    .version(packageVersion(), '-V, --version')
    .helpCommand('help [command]', 'say what a command does')
    .exitOverride()
    .showHelpAfterError('(--help shows what there is)')
    .addHelpText(
      'after',
      '\nIn a checkout this is `npm run -s doorward --`, or `doorward` after `npm link` with Node 24.',
    );
  addStartCommand(program);
  addMigrateCommand(program);
  addUserCommands(program);
  addClientCommands(program);
  addKeyCommands(program);
  addInitialAccessTokenCommands(program);
  addTokenCommands(program);
  addConfigCommands(program);
  addAuditCommands(program);
  addDeclarativeCommands(program);
  addDoctorCommand(program);
  addDemoCommand(program);
  return addExamples(
    program,
    'doorward start',
    'doorward user create --username ada --email ada@example.com --role owner',
    'doorward client create --name "Acme Photos" --redirect-uri https://photos.example/callback --json',
    'doorward doctor',
  );
}

function packageVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
