import type { Scheme } from './chart.js';

interface Colours {
  /** Of the card that the chart stands on; only between columns. */
  readonly ground: string;
  readonly text: string;
  readonly axis: string;
  readonly grid: string;
  /** Of the series, in order. */
  readonly series: readonly string[];
}

/**
 * The series' colours are those of Okabe and Ito, which people with any kind of colour blindness tell apart, darker on a
 * light ground: each has a contrast of 3 : 1 to it at least (WCAG 2.2 §1.4.11).
 */
export const COLOURS: Readonly<Record<Scheme, Colours>> = {
  light: {
    ground: '#ffffff',
    text: '#56605c',
    axis: '#868e89',
    grid: '#e6e4dd',
    series: ['#0072b2', '#d55e00', '#00805d', '#a3528a', '#6b7471'],
  },
  dark: {
    ground: '#1c1f1e',
    text: '#b3bab6',
    axis: '#7d8581',
    grid: '#333836',
    series: ['#56b4e9', '#f08c3a', '#2fc79a', '#d794c0', '#a3aba7'],
  },
};
