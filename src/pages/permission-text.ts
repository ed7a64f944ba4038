/** What a permission is called: by a text of this server, or by a sentence that administrators wrote. */
export interface PermissionText {
  /** Where its texts are: `<texts>.sentence`, and `<texts>.empty` for who has nothing to share. */
  readonly texts: string;
  /** In place of the text, in the language of the page. */
  readonly sentence?: string;
}
