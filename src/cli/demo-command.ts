import type { Command } from 'commander';
import { addExamples } from './options.js';

/** Adds `demo`. */
export function addDemoCommand(program: Command): void {
  addExamples(
    program
      .command('demo')
      .description('start a server and an example app beside it, with a user and an app of their own; needs a checkout')
      .action(async () => (await import('./run-demo.js')).runDemo()),
    'doorward demo',
    'PORT=3100 APP_PORT=4100 doorward demo',
  );
}
