/*
 * Reads the forms of a page the way a browser does, so that tests submit what the page really offers.
 * Our own templates only: tags are well formed and attributes are quoted.
 */

export interface HtmlForm {
  readonly action: string;
  readonly method: 'GET' | 'POST';
  readonly isMultipart: boolean;
  readonly id: string | undefined;
  readonly controls: readonly FormControl[];
}

export interface FormControl {
  readonly name: string;
  /** The input's type; `textarea`, `select` and `submit` for the others. */
  readonly type: string;
  readonly value: string;
  /** Ticked, chosen, or anything else that is sent without the person touching it. */
  readonly isSent: boolean;
  readonly id: string | undefined;
}

type Attributes = Readonly<Record<string, string>>;

const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*\/?>/gi;
const ATTRIBUTE = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
const CLICKABLE = new Set(['submit', 'image', 'button', 'reset']);
const TICKABLE = new Set(['checkbox', 'radio']);

/** Every form of the page, in order, with the controls that belong to it (also those tied by the `form` attribute). */
export function formsOf(html: string): HtmlForm[] {
  const forms: (Omit<HtmlForm, 'controls'> & { controls: FormControl[] })[] = [];
  let current: (typeof forms)[number] | undefined;
  for (const { name, isClosing, attributes, after } of tags(html)) {
    if (name === 'form') {
      current = isClosing ? undefined : openForm(attributes);
      if (current !== undefined) forms.push(current);
    } else if (!isClosing) {
      const owner = attributes['form'] === undefined ? current : forms.find((form) => form.id === attributes['form']);
      const control = controlOf(name, attributes, after);
      if (control !== undefined) owner?.controls.push(control);
    }
  }
  return forms;
}

/** The targets of every link of the page. */
export function linksOf(html: string): string[] {
  return [...tags(html)].flatMap(({ name, attributes }) =>
    name === 'a' && attributes['href'] ? [attributes['href']] : [],
  );
}

/** What a person reads: no tags, entities decoded, white space folded. */
export function textOf(html: string): string {
  const visible = html.replace(/<(script|style|head)\b[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ');
  return decode(visible).replace(/\s+/g, ' ').trim();
}

/** The text of the element with this id, as it is: our code blocks hold no other element. */
export function textInside(html: string, id: string): string {
  const [, inside] = new RegExp(`id="${id}"[^>]*>([^<]*)<`).exec(html) ?? [];
  if (inside === undefined) throw new Error(`no element ${id}`);
  return decode(inside);
}

interface Tag {
  readonly name: string;
  readonly isClosing: boolean;
  readonly attributes: Attributes;
  /** The page from behind the tag on. */
  readonly after: string;
}

function* tags(html: string): Generator<Tag> {
  const page = html.replace(/<!--[\s\S]*?-->/g, '');
  for (const match of page.matchAll(TAG)) {
    const [whole, slash, name = '', attributes = ''] = match;
    yield {
      name: name.toLowerCase(),
      isClosing: slash === '/',
      attributes: attributesOf(attributes),
      after: page.slice(match.index + whole.length),
    };
  }
}

function attributesOf(text: string): Attributes {
  const pairs = [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single, bare]) => {
    return [name.toLowerCase(), decode(double ?? single ?? bare ?? '')] as const;
  });
  return Object.fromEntries(pairs);
}

function openForm(attributes: Attributes) {
  return {
    action: attributes['action'] ?? '',
    method: attributes['method']?.toUpperCase() === 'POST' ? ('POST' as const) : ('GET' as const),
    isMultipart: attributes['enctype'] === 'multipart/form-data',
    id: attributes['id'],
    controls: [],
  };
}

function controlOf(tag: string, attributes: Attributes, after: string): FormControl | undefined {
  const { name = '', id } = attributes;
  if ('disabled' in attributes) return undefined;
  if (tag === 'input') return inputOf(attributes);
  if (tag === 'textarea')
    return { name, id, type: 'textarea', value: decode(upTo(after, '</textarea>').replace(/^\n/, '')), isSent: true };
  if (tag === 'select')
    return { name, id, type: 'select', value: chosenOption(upTo(after, '</select>')), isSent: true };
  if (tag === 'button')
    return { name, id, type: attributes['type'] ?? 'submit', value: attributes['value'] ?? '', isSent: false };
  return undefined;
}

function inputOf(attributes: Attributes): FormControl {
  const type = attributes['type'] ?? 'text';
  const isTickable = TICKABLE.has(type);
  return {
    name: attributes['name'] ?? '',
    id: attributes['id'],
    type,
    value: attributes['value'] ?? (isTickable ? 'on' : ''),
    isSent: isTickable ? 'checked' in attributes : !CLICKABLE.has(type),
  };
}

function chosenOption(inside: string): string {
  const options = [...tags(inside)].filter(({ name, isClosing }) => name === 'option' && !isClosing);
  const chosen = options.find(({ attributes }) => 'selected' in attributes) ?? options[0];
  return chosen?.attributes['value'] ?? '';
}

function upTo(text: string, end: string): string {
  const index = text.indexOf(end);
  return index === -1 ? text : text.slice(0, index);
}

function decode(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return ENTITIES[name ?? ''] ?? whole;
    },
  );
}
