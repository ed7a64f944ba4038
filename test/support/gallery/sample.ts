import type { Page } from '../../../src/pages/define-page.js';
import type { Frame } from '../../../src/pages/frame.js';
import { inLocale } from '../../../src/pages/texts.js';

/** A page with a view that it may well get. */
export interface Sample {
  readonly name: string;
  readonly page: Page<object>;
  readonly view: object;
  readonly frame: Frame;
  /** Whom it is shown to; English when absent. */
  readonly locale?: string;
}

/** The samples as people of another language see them. */
export function samplesIn(locale: string, make: () => readonly Sample[]): Sample[] {
  return inLocale(locale, make).map(({ name, page, view, frame }) => ({
    name: `${name}-${locale}`,
    page,
    view,
    frame,
    locale,
  }));
}

/** The page in several variants. Ties each view to the page's type, then forgets the type. */
export function samplesOf<View extends object>(
  page: Page<View>,
  views: Readonly<Record<string, View>>,
  frame: Frame = {},
): Sample[] {
  return Object.entries(views).map(([variant, view]) => ({
    name: `${page.name}--${variant}`,
    page: page as Page<object>,
    view,
    frame,
  }));
}
