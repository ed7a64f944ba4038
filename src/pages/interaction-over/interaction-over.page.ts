import type { AppView } from '../app-view.js';
import { definePage } from '../define-page.js';
import { text } from '../texts.js';

export interface InteractionOverView {
  /** `foreign`: of another browser, or never given out. */
  readonly reason: 'consumed' | 'expired' | 'foreign';
  readonly app?: AppView;
  /** The original request, to start again. */
  readonly restartUrl?: string;
}

/** A sign-in that cannot go on: answered already, too old, or not of this browser. */
export const interactionOverPage = definePage<InteractionOverView>('interaction-over', 'card', ({ reason }) =>
  text(`interaction-over.${reason}`),
);
