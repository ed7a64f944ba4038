import type { SecretSource } from './secret-reference.js';

/** Who declares a document, and what that means for it. */
export interface Declarer {
  /** On the command line an operator vouches for what a document says; through the API nobody vouches unseen (ADR 51). */
  readonly through: 'cli' | 'api';
  /** Where the secrets are that the document refers to. */
  readonly secrets: SecretSource;
  /** Whether they may see what there is in a section of the document. */
  readonly mayRead: (section: string) => boolean;
}

/** A document with sections that its declarer may not look at. Nothing was compared. */
export class HiddenSectionsError extends Error {
  constructor(readonly sections: readonly string[]) {
    super(`hidden sections: ${sections.join(', ')}`);
  }
}
