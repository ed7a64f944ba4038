/** An app as people see it. */
export interface AppView {
  readonly name: string;
  readonly logoUrl?: string;
  /** Where it lives, like `photos.example.com`. */
  readonly host?: string;
  /** Its privacy policy and its terms, as their owner gave them. */
  readonly policyUrl?: string;
  readonly termsUrl?: string;
}
