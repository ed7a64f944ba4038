import type { Command } from 'commander';
import { addExamples } from './options.js';

/** Adds `start`. */
export function addStartCommand(program: Command): void {
  addExamples(
    program
      .command('start')
      .description('start the server; it stops on SIGTERM or Ctrl-C after the requests under way')
      .action(async () => (await import('../start.js')).startServer()),
    'doorward start',
    'ISSUER=https://login.example.com DATABASE_URL=mariadb://… SECRET_KEY=… doorward start',
  );
}
