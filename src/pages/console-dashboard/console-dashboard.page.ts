import type { LinkView, TableView } from '../console-views.js';
import { definePage } from '../define-page.js';

/** A number with its name, and how it compares. */
export interface FigureView {
  readonly label: string;
  readonly value: string;
  readonly change: string;
}

/** A chart as a file for each ground and width of screen. */
export interface PictureView {
  readonly url: string;
  readonly darkUrl: string;
  readonly narrowUrl: string;
  readonly narrowDarkUrl: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly narrowWidth: number;
  readonly narrowHeight: number;
  readonly alt: string;
}

export interface ChartView {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  /** Both are absent when nothing happened. */
  readonly picture?: PictureView;
  readonly table?: TableView;
  /** What is said then. */
  readonly empty: string;
}

/** Something that waits for somebody. */
export interface AttentionView {
  readonly text: string;
  readonly link?: LinkView;
}

/** How much happens. */
export interface ConsoleDashboardView {
  readonly ranges: readonly (LinkView & { readonly isCurrent: boolean })[];
  /** Whose days are shown (IANA). */
  readonly timeZone: string;
  readonly attention: readonly AttentionView[];
  readonly figures: readonly FigureView[];
  readonly charts: readonly ChartView[];
  readonly top: TableView;
  /** What is compared with: "the 7 days before". */
  readonly before: string;
}

export const consoleDashboardPage = definePage<ConsoleDashboardView>('console-dashboard', 'console', () => 'Dashboard');
