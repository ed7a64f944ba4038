import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type ConsoleMessage } from 'playwright-core';
import { chromiumPath } from '../environment.js';
import { writeContactSheet } from './contact-sheet.js';
import { type Form, FORMS } from './forms.js';
import { serveGallery } from './gallery-server.js';
import { faultsOf } from './inspect.js';
import { mailSources } from './mail-samples.js';
import type { Sample } from './sample.js';
import { allSamples } from './samples.js';

/*
 * Shows every page and every mail as people see it: `npm run gallery -- [part of a page's name] [part of a form's name]`. Screenshots in
 * desktop and phone width, light and dark, and a contact sheet of each; fails when axe finds a fault, a page scrolls
 * sideways or a script or style is refused.
 */

const folder = join(tmpdir(), 'doorward-gallery');
const [, , wanted = '', wantedForm = ''] = process.argv;
const executablePath = chromiumPath();
if (executablePath === undefined) throw new Error('the gallery needs Chromium: set CHROMIUM_PATH');

const samples = allSamples().filter(({ name }) => name.includes(wanted));
const mails = new Map([...mailSources()].filter(([name]) => name.includes(wanted)));
const { server, origin } = await serveGallery(samples, mails);
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const faults: string[] = [];
const forms = FORMS.filter(({ name }) => name.includes(wantedForm));
for (const form of forms)
  faults.push(...(await photograph(browser, form, [...samples, ...[...mails.keys()].map((name) => ({ name }))])));
await browser.close();
server.close();
console.log(`${samples.length} pages and ${mails.size} mails in ${forms.length} forms: ${folder}`);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;

async function photograph(from: Browser, form: Form, pages: readonly Pick<Sample, 'name'>[]): Promise<string[]> {
  const found: string[] = [];
  const target = join(folder, form.name);
  mkdirSync(target, { recursive: true });
  const { width, height, colorScheme } = form;
  const context = await from.newContext({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  for (const { name } of pages) {
    const refused: string[] = [];
    const listen = (message: ConsoleMessage) => void (message.type() === 'error' && refused.push(message.text()));
    page.on('console', listen);
    await page.goto(`${origin}/${name}`, { waitUntil: 'load' });
    if (form.isMirrored === true) await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    await page.evaluate(() => document.fonts.ready);
    // What comes from here on is the tools' own: they bring styles along.
    page.off('console', listen);
    await page.screenshot({ path: join(target, `${name}.png`), fullPage: true, caret: 'initial' });
    found.push(...[...refused, ...(await faultsOf(page))].map((fault) => `${form.name} ${name}: ${fault}`));
  }
  await context.close();
  const pictures = pages.map(({ name }) => join(target, `${name}.png`));
  await writeContactSheet(form.name, pictures, join(folder, `${form.name}.png`));
  return found;
}
