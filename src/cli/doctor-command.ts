import type { Command } from 'commander';
import type { DoctorOptions } from './doctor/examine.js';
import { addExamples, jsonOption } from './options.js';

/** Adds `doctor`. */
export function addDoctorCommand(program: Command): void {
  addExamples(
    program
      .command('doctor')
      .description('check everything that a good start needs, and say what to do; changes nothing')
      .addOption(jsonOption())
      .action(async (options: DoctorOptions) => (await import('./doctor/examine.js')).examine(options)),
    'doorward doctor',
    `doorward doctor --json | jq '.checks[] | select(.state != "ok")'`,
  );
}
