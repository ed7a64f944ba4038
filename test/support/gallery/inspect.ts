import axe from 'axe-core';
import type { Page } from 'playwright-core';
import type { Form } from './forms.js';

/** Everything that is wrong with the page that is open, as sentences; none when it is fine. */
export async function faultsOf(page: Page): Promise<string[]> {
  return [...(await axeFaults(page)), ...(await overflowFaults(page)), ...(await targetFaults(page))];
}

/**
 * The same in every form, each with the form's name. The page is loaded once: loading it costs more than looking at it.
 * @param look called in every form, before it is judged
 */
export async function faultsInForms(
  page: Page,
  forms: readonly Form[],
  look?: (form: Form) => Promise<unknown>,
): Promise<string[]> {
  const faults: string[] = [];
  for (const form of forms) {
    const { name, width, height, colorScheme, isMirrored } = form;
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await page.evaluate((direction) => (document.documentElement.dir = direction), isMirrored === true ? 'rtl' : '');
    await look?.(form);
    faults.push(...(await faultsOf(page)).map((fault) => `${name}: ${fault}`));
  }
  return faults;
}

/** WCAG 2.2 AA and axe's best practices. */
async function axeFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: runner } = globalThis as unknown as { axe: typeof axe };
    // What is fine is not listed: describing it costs as much as finding it.
    return (await runner.run({ resultTypes: ['violations'] })).violations;
  });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${help} — ${html.slice(0, 120)} ${any[0]?.message ?? ''}`),
  );
}

/** WCAG 2.2 §1.4.10: nothing makes the page scroll sideways. */
async function overflowFaults(page: Page): Promise<string[]> {
  const [content, view] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  return content !== undefined && view !== undefined && content > view
    ? [`overflow: the page is ${content} px wide on a screen of ${view} px`]
    : [];
}

/** Buttons are at least 44 px high, for fingers (WCAG 2.2 §2.5.5); links within text need not be. */
async function targetFaults(page: Page): Promise<string[]> {
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('.button, button:not(.link), summary, input:not([type=checkbox], [type=radio])')]
      .map((target) => ({ target, height: target.getBoundingClientRect().height }))
      .filter(({ target, height }) => height > 1 && height < 43.5 && !target.classList.contains('visually-hidden'))
      .map(({ target, height }) => `${target.outerHTML.slice(0, 80)} is ${height} px high`),
  );
  return small.map((sentence) => `target: ${sentence}`);
}
