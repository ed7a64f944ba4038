/**
 * What the process exits with. `different`: `plan` found something; no fault, and no typing mistake either. The last two are
 * what a shell says of a process that ended by Ctrl-C, and of one whose reader went away.
 */
export const EXIT = { ok: 0, failure: 1, usage: 2, different: 3, interrupted: 130, pipeClosed: 141 } as const;

/** Ends a command: sentences for the person who typed it, each with what to do. */
export class CommandFailure extends Error {
  constructor(
    readonly sentences: readonly string[],
    readonly exitCode: number = EXIT.failure,
    options?: ErrorOptions,
  ) {
    super(sentences.join('\n'), options);
  }
}

/** The command was typed wrongly: an option is missing or has a value that it cannot have. */
export function usageFailure(...sentences: string[]): CommandFailure {
  return new CommandFailure(sentences, EXIT.usage);
}
