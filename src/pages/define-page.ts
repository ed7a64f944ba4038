/** A page: its template `<name>/<name>.hbs`, its layout, and the one view that the template may read. */
export interface Page<View> {
  readonly name: string;
  readonly layout: Layout;
  /** Never set; ties the view's type to the page. */
  readonly view?: View;
}

/** `card`: one question on one card. `panel`: a signed-in user's page with navigation. */
export type Layout = 'card' | 'panel';

/** Declares a page. `View` lists every property that the template reads; templates fail on any other. */
export function definePage<View extends object>(name: string, layout: Layout = 'card'): Page<View> {
  return { name, layout };
}
