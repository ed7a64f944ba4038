#!/usr/bin/env node
import 'reflect-metadata';
import { CommanderError } from 'commander';
import { CommandFailure, EXIT } from './cli/command-failure.js';
import { endWithOutput, printFailure } from './cli/output.js';
import { createProgram } from './cli/program.js';
import { nodeFault } from './node-fault.js';

/** Runs the command of the arguments. Its exit codes are those of EXIT. */
async function main(): Promise<void> {
  endWithOutput();
  try {
    const fault = nodeFault();
    if (fault !== undefined) throw new CommandFailure([fault]);
    await createProgram().parseAsync();
  } catch (error) {
    process.exitCode = report(error);
  }
}

/** Tells the person what went wrong, never how the program noticed it. */
function report(error: unknown): number {
  // Commander has said already what was typed wrongly, or shown the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof CommandFailure) {
    printFailure(error.sentences);
    return error.exitCode;
  }
  const reason = error instanceof Error ? error.message : String(error);
  printFailure([`Something failed that should not have: ${reason}`]);
  // Nobody knows what is still open and would keep the process alive.
  return process.exit(EXIT.failure);
}

await main();
