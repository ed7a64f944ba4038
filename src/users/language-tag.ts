const MAX_LENGTH = 35;

/** A language tag (BCP 47) in its canonical form, like `de-AT`, or undefined when the text is none. */
export function languageTag(text: string): string | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  try {
    const [tag] = Intl.getCanonicalLocales(text);
    return tag !== undefined && tag.length <= MAX_LENGTH ? tag : undefined;
  } catch {
    return undefined;
  }
}
