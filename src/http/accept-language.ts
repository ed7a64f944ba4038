/** Browsers send a handful; the rest of a longer header is not looked at (attack A42). */
const MAX_LENGTH = 1_000;
const MAX_RANGES = 20;

/** `language-range [ weight ]` (RFC 9110 §12.4.2, §12.5.4); `*` names no language. */
const RANGE = /^([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)(?:\s*;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?$/;

/** The languages of an `Accept-Language` header, the most wanted first. What is malformed is passed over. */
export function acceptedLanguages(header: string | undefined): readonly string[] {
  if (header === undefined) return [];
  return header
    .slice(0, MAX_LENGTH)
    .split(',', MAX_RANGES)
    .flatMap((part) => {
      const [, range, weight = '1'] = RANGE.exec(part.trim()) ?? [];
      return range === undefined || Number(weight) === 0 ? [] : [{ range, weight: Number(weight) }];
    })
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ range }) => range);
}
