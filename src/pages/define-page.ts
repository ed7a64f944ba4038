/** A page: its template `<name>/<name>.hbs`, its layout, and the one view that the template may read. */
export interface Page<View> {
  readonly name: string;
  readonly layout: Layout;
  /** What the browser's tab says; the text `<name>.title` when absent. */
  title?(view: View): string;
}

/** `card`: one question on one card. `panel`: a signed-in user's page with navigation. `console`: a page for admins. */
export type Layout = 'card' | 'panel' | 'console';

/** Declares a page. `View` lists every property that the template reads; templates fail on any other. */
export function definePage<View extends object>(
  name: string,
  layout: Layout = 'card',
  title?: (view: View) => string,
): Page<View> {
  return { name, layout, ...(title === undefined ? {} : { title }) };
}
