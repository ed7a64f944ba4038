/** Which entry of the panel's navigation is the current one. */
export type NavigationItem = 'home' | 'account' | 'connected-apps' | 'apps';

/** Entries of the console's navigation with a heading. */
export interface NavigationSection {
  readonly label: string;
  readonly links: readonly { readonly label: string; readonly url: string; readonly isCurrent: boolean }[];
}

/** What surrounds a page and is not its own. */
export interface Frame {
  /** Who is signed in: for the header, and for the zone of the page's times (IANA; UTC when absent). */
  readonly viewer?: {
    readonly username: string;
    readonly pictureUrl?: string;
    readonly timeZone?: string;
    readonly isStaff?: boolean;
  };
  readonly current?: NavigationItem;
  /** A line at the top after something was done, once: a key under `notice.` in the locale. */
  readonly notice?: string;
  /** The console's navigation, as far as the viewer's rights go. */
  readonly sections?: readonly NavigationSection[];
  /** In a small window: without what surrounds the card. */
  readonly isCompact?: boolean;
}
