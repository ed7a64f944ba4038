import Handlebars from 'handlebars';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allSamples } from '../../test/support/gallery/samples.js';
import { TemplatePaths } from '../../test/support/template-paths.js';
import { OUTBOUND_PURPOSES } from '../outbound/outbound-purpose.js';
import { APP_KINDS, CLIENT_AUTH_METHODS, GRANT_TYPES } from '../protocol/grant-types.js';
import { OAUTH_ERRORS } from '../protocol/oauth-error.js';
import { SCOPE_NAMES } from '../protocol/scope.js';
import { renderPage } from './render-page.js';
import { hasText } from './texts.js';

const HOSTILE = `"><img src=x onerror=alert(1)>'&{{title}}`;

const samples = allSamples();
const templates = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.hbs'),
);
const pageNames = [...new Set(samples.map(({ page }) => page.name))];
const viewsOf = (name: string) => samples.filter(({ page }) => page.name === name).map(({ view }) => view);

describe('templates', () => {
  it('escape every string of every view, in text and in attributes', { timeout: 60_000 }, () => {
    const unescaped: string[] = [];
    let tried = 0;
    for (const { name, page, view, frame } of samples) {
      for (const path of stringPaths(view)) {
        const html = renderedOrNameOfText(() => renderPage(page, withValue(view, path, HOSTILE), frame));
        if (html === undefined) continue;
        tried += 1;
        if (html.includes('<img src=x') || html.includes(HOSTILE)) unescaped.push(`${name}: ${path.join('.')}`);
      }
    }
    expect(unescaped).toEqual([]);
    expect(tried).toBeGreaterThan(300);
  });

  it('escape the name of whoever is signed in', () => {
    for (const { page, view } of samples) {
      expect(renderPage(page, view, { viewer: { username: HOSTILE } })).not.toContain('<img src=x');
    }
  });

  it('never print a value as HTML', () => {
    expect(templates.filter((file) => /\{\{\{|\{\{&/.test(source(file)))).toEqual([]);
  });

  it('hold no inline style or script: the content security policy refuses them', () => {
    expect(templates.filter((file) => /\sstyle=|<style|\son[a-z]+=|<script(?! type)/.test(source(file)))).toEqual([]);
  });

  it('read only what a view has', () => {
    const paths = new TemplatePaths();
    for (const name of pageNames) paths.readPage(name, viewsOf(name));
    // `renderPage` gives every page the version of the files in src/public.
    expect(paths.missing.filter((path) => !path.endsWith(': assetVersion'))).toEqual([]);
  });

  it('can do without every member that a view may leave out', () => {
    for (const name of pageNames) {
      const members = viewsOf(name).map((view) => Object.keys(view));
      const optional = new Set(members.flat().filter((member) => !members.every((own) => own.includes(member))));
      for (const { page, view, frame } of samples.filter((sample) => sample.page.name === name)) {
        for (const member of optional) {
          const { [member]: _left, ...rest } = view as Record<string, unknown>;
          expect(renderPage(page, rest, frame)).toContain('</html>');
        }
      }
    }
  });

  it('have a sample of every page', () => {
    const pages = templates
      .map((file) => file.split('/')[0])
      .filter((name) => name !== 'layouts' && name !== 'partials');
    expect(pages.toSorted((a = '', b = '') => a.localeCompare(b))).toEqual(pageNames.toSorted());
  });
});

describe('titles', () => {
  it('say what the page is about (WCAG 2.2 §2.4.2)', () => {
    for (const { page, view, frame } of samples) {
      const [, title] = /<title>(.+) · Doorward<\/title>/.exec(renderPage(page, view, frame)) ?? [];
      expect(title?.length).toBeGreaterThan(3);
    }
  });

  it('name the app that a page is about', () => {
    const sample = samples.find(({ page }) => page.name === 'app');
    expect(sample && renderPage(sample.page, sample.view)).toContain('<title>Acme Photos · Doorward</title>');
  });
});

describe('texts', () => {
  it('exist for every key that stands in a template', () => {
    const missing = templates.flatMap((file) =>
      keysIn(file)
        .filter((key) => !isText(key))
        .map((key) => `${file}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  const families: Readonly<Record<string, readonly string[]>> = {
    'errorHelp.*.meaning': Object.keys(OAUTH_ERRORS),
    'errorHelp.*.causes': Object.keys(OAUTH_ERRORS),
    'errorHelp.*.fix': Object.keys(OAUTH_ERRORS),
    'kind.*.name': APP_KINDS,
    'kind.*.explanation': APP_KINDS,
    'grant.*.name': GRANT_TYPES,
    'authMethod.*.name': CLIENT_AUTH_METHODS,
    // A webhook is no app's.
    'app.outbound.*': OUTBOUND_PURPOSES.filter((purpose) => purpose !== 'webhook'),
    'scope.*.name': SCOPE_NAMES,
    'scope.*.sentence': SCOPE_NAMES,
  };
  for (const [family, members] of Object.entries(families)) {
    it(`exist for all of ${family}`, () => {
      expect(members.map((name) => family.replace('*', name)).filter((key) => !isText(key))).toEqual([]);
    });
  }
});

/** Undefined when the value is the name of a text, so that no other value can stand there. */
function renderedOrNameOfText(render: () => string): string | undefined {
  try {
    return render();
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('no ')) return undefined;
    throw error;
  }
}

function source(file: string): string {
  return readFileSync(join(import.meta.dirname, file), 'utf8');
}

/** A key itself, or the family of its plural forms. */
function isText(key: string): boolean {
  return [key, `${key}_other`, `${key}.seconds_other`].some(hasText);
}

/** The keys that a template names in full. */
function keysIn(file: string): string[] {
  const keys: string[] = [];
  class Keys extends Handlebars.Visitor {
    override MustacheStatement(node: hbs.AST.MustacheStatement): void {
      this.note(node);
      super.MustacheStatement(node);
    }
    override SubExpression(node: hbs.AST.SubExpression): void {
      this.note(node);
      super.SubExpression(node);
    }
    private note({ path, params: [key] }: hbs.AST.MustacheStatement | hbs.AST.SubExpression): void {
      const { original } = path as hbs.AST.PathExpression;
      if (!['t', 'rich', 'wait', 'texts'].includes(original) || key?.type !== 'StringLiteral') return;
      keys.push((key as hbs.AST.StringLiteral).value);
    }
  }
  new Keys().accept(Handlebars.parse(source(file)));
  return keys;
}

type Path = readonly string[];

function stringPaths(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  return Object.entries(value).flatMap(([name, inner]) => stringPaths(inner, [...path, name]));
}

function withValue<T extends object>(target: T, [name = '', ...rest]: Path, value: string): T {
  const copy = (Array.isArray(target) ? [...target] : { ...target }) as Record<string, unknown>;
  copy[name] = rest.length === 0 ? value : withValue(copy[name] as object, rest, value);
  return copy as T;
}
