/** One way in which a page is looked at. */
export interface Form {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
  /** As a language that is written from right to left would turn the page around. */
  readonly isMirrored?: boolean;
}

/** Desktop and phone width, light and dark; and mirrored, until there are texts of a language that needs it. */
export const FORMS: readonly Form[] = [
  ...(['light', 'dark'] as const).flatMap((colorScheme) => [
    { name: `desktop-${colorScheme}`, width: 1280, height: 860, colorScheme },
    { name: `phone-${colorScheme}`, width: 390, height: 800, colorScheme },
  ]),
  { name: 'mirrored', width: 390, height: 800, colorScheme: 'light', isMirrored: true },
];

/** Each width, each scheme and each direction once: for tests, which nobody looks at. */
export const FEW_FORMS: readonly Form[] = FORMS.filter(({ name }) =>
  ['desktop-light', 'phone-dark', 'mirrored'].includes(name),
);
