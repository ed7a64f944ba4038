/** Numbers over time, to be drawn. */
export interface Chart {
  /** Counts as columns on top of one another, or measurements as lines. */
  readonly form: 'columns' | 'lines';
  /** What the screen reader of the file alone says. */
  readonly title: string;
  /** Behind the numbers of the axis: `ms`; nothing for counts. */
  readonly unit: string;
  /** Of the buckets, as short as can be. */
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
}

export interface ChartSeries {
  readonly name: string;
  /** One for each label; null where there is none. */
  readonly values: readonly (number | null)[];
}

export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];
export const SIZES = ['wide', 'narrow'] as const;
export type Size = (typeof SIZES)[number];

/** How it is to look: on which ground, on which screen. */
export interface Look {
  readonly scheme: Scheme;
  readonly size: Size;
}

/** In CSS pixels. Drawn for phones too, for text that shrinks with its picture cannot be read. */
export const DIMENSIONS: Readonly<Record<Size, { readonly width: number; readonly height: number }>> = {
  wide: { width: 420, height: 220 },
  narrow: { width: 330, height: 220 },
};
