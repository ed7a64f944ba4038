/** What the process exits with. */
export const EXIT = { ok: 0, failure: 1, usage: 2, interrupted: 130 } as const;

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
