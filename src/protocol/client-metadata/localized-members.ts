import { clientNameFault, tidyClientName } from '../client-name.js';
import { lintWebUri } from '../redirect-uri-lint.js';
import type { MetadataFault, OpenIdMembersInput, ValueFault } from './metadata-input.js';

const MAX_LOCALIZED = 50;
/** RFC 5646 §4.4.1: "conformant implementations … SHOULD at least 35 characters". */
const MAX_TAG = 35;

/** OpenID Connect Registration §2.1: what people read may be given once per language. */
const LOCALIZABLE: Readonly<Record<string, (value: string) => ValueFault | undefined>> = {
  client_name: nameFault,
  client_uri: addressFault,
  logo_uri: addressFault,
  policy_uri: addressFault,
  tos_uri: addressFault,
};

type LocalizedName = `${string}#${string}`;

interface Localized {
  readonly localized: Readonly<Record<string, string>>;
  readonly faults: readonly MetadataFault[];
}

/** Reads `client_name#de` and the like; the tag is kept in its canonical form. Other members with a `#` are ignored. */
export function readLocalized(input: OpenIdMembersInput): Localized {
  const names = Object.keys(input)
    .filter(isLocalized)
    .filter((name) => input[name] !== null && input[name] !== undefined);
  if (names.length > MAX_LOCALIZED) {
    const message = `Give at most ${MAX_LOCALIZED} translated members.`;
    return {
      localized: {},
      faults: names.slice(MAX_LOCALIZED, MAX_LOCALIZED + 1).map((field) => ({ field, message })),
    };
  }
  const localized: Record<string, string> = {};
  const faults: MetadataFault[] = [];
  for (const field of names) {
    const read = readOne(field, input[field], localized);
    if ('message' in read) faults.push({ field, message: read.message });
    else localized[read.key] = read.value;
  }
  return { localized, faults };
}

/** Its name with the canonical tag, and its value; or what is wrong. */
function readOne(
  field: string,
  value: unknown,
  known: Readonly<Record<string, string>>,
): { readonly key: string; readonly value: string } | ValueFault {
  const [base = '', tag = '', ...rest] = field.split('#');
  const language = canonicalTag(tag);
  if (language === undefined || rest.length > 0) {
    return { message: "Write a language tag after the '#', like client_name#de." };
  }
  const key = `${base}#${language}`;
  if (key in known) return { message: 'Remove this one: the language stands there twice.' };
  if (typeof value !== 'string') return { message: 'Write a text.' };
  return LOCALIZABLE[base]?.(value) ?? { key, value: base === 'client_name' ? tidyClientName(value) : value };
}

function nameFault(name: string): ValueFault | undefined {
  const message = clientNameFault(tidyClientName(name));
  return message === undefined ? undefined : { message };
}

function addressFault(address: string): ValueFault | undefined {
  return lintWebUri(address) ?? undefined;
}

export function isLocalized(name: string): name is LocalizedName {
  const [base = '', tag] = name.split('#');
  return tag !== undefined && Object.hasOwn(LOCALIZABLE, base);
}

function canonicalTag(tag: string): string | undefined {
  if (tag.length > MAX_TAG) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
