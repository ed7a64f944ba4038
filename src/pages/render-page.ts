import Handlebars from 'handlebars';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from './define-page.js';
import type { Frame } from './frame.js';
import { HELPERS } from './helpers.js';
import { currentLanguage } from './reader.js';
import { text } from './texts.js';

const FOLDER = import.meta.dirname;
const PUBLIC_FOLDER = join(FOLDER, '../public');

/** A template may read the view's own properties only, and one that is missing is a fault, not an empty place. */
const SAFE: RuntimeOptions = { allowProtoMethodsByDefault: false, allowProtoPropertiesByDefault: false };
const COMPILE: CompileOptions = { strict: true, preventIndent: true, knownHelpersOnly: false };

const engine = Handlebars.create();
engine.registerHelper(HELPERS);
for (const file of readdirSync(join(FOLDER, 'partials'))) {
  engine.registerPartial(
    file.replace('.hbs', ''),
    engine.compile(readTemplate('partials', file), { ...COMPILE, strict: false }),
  );
}
const layouts = {
  card: compile('layouts', 'card.hbs'),
  panel: compile('layouts', 'panel.hbs'),
  console: compile('layouts', 'console.hbs'),
};
const templates = new Map(
  readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['partials', 'layouts', 'locales'].includes(entry.name))
    .flatMap(({ name }) =>
      readdirSync(join(FOLDER, name))
        .filter((file) => file.endsWith('.hbs'))
        .map((file) => [name, file] as const),
    )
    .map(([folder, file]) => [file.replace('.hbs', ''), compile(folder, file)]),
);

/** Changes with the files in src/public, so that browsers may keep them for ever. */
export const assetVersion = versionOf(PUBLIC_FOLDER);

/**
 * The page as HTML. Everything that comes from the view is escaped.
 * @throws Error when the template reads what the view does not have
 */
export function renderPage<View extends object>(page: Page<View>, view: View, frame: Frame = {}): string {
  const template = templates.get(page.name);
  if (template === undefined) throw new Error(`there is no template for the page ${page.name}`);
  // Seen by helpers only: templates cannot read it as a value.
  const options = { ...SAFE, data: { timeZone: frame.viewer?.timeZone } };
  const body = new Handlebars.SafeString(template({ ...view, assetVersion }, options));
  const title = page.title?.(view) ?? text(`${page.name}.title`);
  const { viewer, current, notice, isCompact, sections } = frame;
  const root = { language: currentLanguage(), direction: text('language.direction'), timeZone: viewer?.timeZone };
  return layouts[page.layout](
    { ...root, body, title, assetVersion, viewer, current, notice, isCompact, sections, page: page.name },
    options,
  );
}

function compile(folder: string, file: string): Handlebars.TemplateDelegate {
  return engine.compile(readTemplate(folder, file), COMPILE);
}

function readTemplate(folder: string, file: string): string {
  return readFileSync(join(FOLDER, folder, file), 'utf8');
}

function versionOf(folder: string): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (file.isFile()) hash.update(file.name).update(readFileSync(join(file.parentPath, file.name)));
  }
  return hash.digest('hex').slice(0, 12);
}
