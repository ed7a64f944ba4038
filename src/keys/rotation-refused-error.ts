/** A rotation that is not done. The message says what to do. */
export class RotationRefusedError extends Error {
  override readonly name = 'RotationRefusedError';

  constructor(
    /** Somebody else was faster, or there are too many keys already. */
    readonly why: 'overtaken' | 'too many',
    message: string,
  ) {
    super(message);
  }
}
