/** A postal address in the members of OpenID Connect Core §5.1.1. What was never given is left out. */
export interface PostalAddress {
  /** Number and street, a flat, a box: one to four lines, parted by `\n`. */
  readonly street_address?: string;
  readonly locality?: string;
  readonly region?: string;
  readonly postal_code?: string;
  /** ISO 3166-1 alpha-2, so that it can be named in the language of whoever reads it. */
  readonly country?: string;
}

/** Where the postal code stands behind the town and the region; elsewhere it stands before the town. */
const CODE_LAST = new Set(['AU', 'BR', 'CA', 'CN', 'GB', 'ID', 'IE', 'IN', 'JP', 'KR', 'NZ', 'TH', 'TW', 'US', 'VN']);

/** The lines of a mailing label: how an address reads on a page, and the claim `formatted`. */
export function addressLines(address: PostalAddress, language: string): readonly string[] {
  const { street_address: street = '', locality, region, postal_code: code, country } = address;
  const isCodeLast = country !== undefined && CODE_LAST.has(country);
  const town = isCodeLast ? [[locality, region, code]] : [[code, locality], [region]];
  const lines = [...street.split('\n'), ...town.map((parts) => parts.filter(isGiven).join(' '))];
  return [...lines, country === undefined ? undefined : countryName(country, language)].filter(isGiven);
}

/** What a country is called in a language. */
export function countryName(code: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}
