import { definePage } from '../define-page.js';

export interface HomeView {
  readonly username?: string;
  readonly canSignUp: boolean;
}

/** The landing page; for someone signed in, the way to their pages. */
export const homePage = definePage<HomeView>('home');
