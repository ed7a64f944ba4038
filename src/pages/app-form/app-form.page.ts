import { definePage } from '../define-page.js';
import type { FormView } from '../form-view.js';
import { text } from '../texts.js';

/** A callback URL that cannot be registered, cut around the wrong characters. */
export interface RedirectUriFaultView {
  readonly before: string;
  readonly wrong: string;
  readonly after: string;
  readonly message: string;
}

export interface Choice {
  readonly value: string;
  /** In place of a text of this server. */
  readonly label?: string;
  readonly isTicked: boolean;
  readonly isFixed: boolean;
}

export interface AppFormView {
  readonly kind: string;
  /** Set when an existing app is edited. */
  readonly clientName?: string;
  readonly actionUrl: string;
  readonly cancelUrl: string;
  /** One per shown form: a second POST of the same form makes no second app. */
  readonly formId: string;
  /** Fields: `client_name`, `client_uri`, `redirect_uris` (one per line), lists `scope`, `grant_types`; those of
   * partials/app-advanced.hbs; file `logo`; box `remove_logo`. */
  readonly form: FormView;
  readonly redirectUriFaults: readonly RedirectUriFaultView[];
  readonly usesRedirects: boolean;
  readonly logoUrl?: string;
  readonly scopes: readonly Choice[];
  readonly grantTypes: readonly Choice[];
  /** `client_secret_basic`, `client_secret_post`; a radio named `token_endpoint_auth_method` when there are several. */
  readonly authMethods: readonly Choice[];
  readonly signingAlgs: readonly { readonly value: string; readonly label: string }[];
  /** Something behind "Advanced" is wrong. */
  readonly isAdvancedOpen: boolean;
}

export const appFormPage = definePage<AppFormView>('app-form', 'panel', ({ clientName }) =>
  clientName === undefined ? text('app-form.new') : text('app-form.edit', { app: clientName }),
);
