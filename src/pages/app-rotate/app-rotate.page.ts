import { definePage } from '../define-page.js';

export interface AppRotateView {
  readonly clientName: string;
  readonly actionUrl: string;
  readonly cancelUrl: string;
  /** Seconds that the old secret goes on: radio `overlap`; texts under `app-rotate.overlap.<seconds>`. */
  readonly overlaps: readonly number[];
  readonly formId: string;
}

export const appRotatePage = definePage<AppRotateView>('app-rotate', 'panel');
