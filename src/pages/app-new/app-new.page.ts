import { definePage } from '../define-page.js';

export interface AppNewView {
  readonly kinds: readonly string[];
}

/** First step: what kind of app is it? Leads to /apps/new/<kind>. */
export const appNewPage = definePage<AppNewView>('app-new', 'panel');
