/** One way in which a page is looked at. */
export interface Form {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
}

/** Desktop and phone width, light and dark. */
export const FORMS: readonly Form[] = (['light', 'dark'] as const).flatMap((colorScheme) => [
  { name: `desktop-${colorScheme}`, width: 1280, height: 860, colorScheme },
  { name: `phone-${colorScheme}`, width: 390, height: 800, colorScheme },
]);
