import { definePage } from '../define-page.js';

export interface FormPostView {
  /** The app's own address, as it is registered. */
  readonly action: string;
  /** The host of that address, like `photos.example.com`. */
  readonly host: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

/**
 * An answer on its way to the app as a form (OAuth 2.0 Form Post Response Mode 1.0). A script sends it; without
 * JavaScript the person presses `#form-post-continue`.
 */
export const formPostPage = definePage<FormPostView>('form-post');
