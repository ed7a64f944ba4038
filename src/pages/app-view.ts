/** An app as people see it. */
export interface AppView {
  readonly name: string;
  readonly logoUrl?: string;
  /** Where it lives, like `photos.example.com`. */
  readonly host?: string;
}
