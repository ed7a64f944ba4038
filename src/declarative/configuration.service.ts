import { setImmediate as othersTurn, setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { stringify } from 'yaml';
import type { Context, Outcome } from './kind.js';
import { Kinds } from './kinds.js';
import { type Applied, ChangedMeanwhileError, HalfAppliedError, type Plan, type Proposal, type Step } from './plan.js';
import { Planner, type PlanOptions, type PreparedPlan, type PreparedStep } from './planner.service.js';

/** How long to wait until somebody else has made the same: two seconds. */
const [MOST_TRIES, PAUSE_MS] = [20, 100];

/** What has been done so far. */
interface Progress extends Applied {
  readonly steps: Step[];
  readonly secrets: Applied['secrets'][number][];
}

/** Reads and applies the configuration as one document (docs/declarative.md). */
@Injectable()
export class Configuration {
  constructor(
    private readonly planner: Planner,
    private readonly kinds: Kinds,
  ) {}

  /**
   * What documents manage, as YAML. Never a secret: where there is one, a reference to be filled.
   * @param isWanted whether a section is to be in it
   */
  async export(isWanted: (section: string) => boolean = () => true): Promise<string> {
    const sections: Record<string, unknown> = { version: 1 };
    for (const kind of this.kinds.all) {
      if (!isWanted(kind.section)) continue;
      const things = await kind.list();
      sections[kind.section] = Object.fromEntries(
        things.map(({ id, document, references }) => [
          id,
          references === undefined ? document : Object.assign({}, document, references),
        ]),
      );
    }
    return stringify(sections, { lineWidth: 0 });
  }

  /** What applying would do. @throws ConfigurationFaults, HiddenSectionsError */
  async plan(text: string, options: PlanOptions): Promise<Plan> {
    return planOf(await this.planner.plan(text, options));
  }

  /**
   * Makes what is declared, in the order of the kinds. Applying the same at once changes nothing twice.
   * @param confirm asked before anything is done; when it throws, nothing is
   * @throws ConfigurationFaults, HiddenSectionsError, and nothing is done
   * @throws ChangedMeanwhileError; HalfAppliedError when anything else fails after something was done
   */
  async apply(text: string, options: PlanOptions, confirm: (plan: Proposal) => Promise<void>): Promise<Applied> {
    const prepared = await this.planner.plan(text, options);
    await confirm(proposalOf(prepared));
    const done: Progress = { steps: [], notes: prepared.notes, secrets: [] };
    try {
      await this.doAll(prepared, done);
    } catch (error) {
      if (error instanceof ChangedMeanwhileError || done.steps.length === 0) throw error;
      throw new HalfAppliedError(done, error);
    }
    return done;
  }

  private async doAll({ steps, context }: PreparedPlan, done: Progress): Promise<void> {
    for (const step of steps) {
      // On SQLite nothing else would come in between: its statements do not wait.
      await othersTurn();
      const outcome = await this.do(step, context);
      if (outcome === undefined) throw new ChangedMeanwhileError(shown(step), done);
      if (outcome === 'done already') continue;
      done.steps.push(shown(step));
      if (typeof outcome === 'object') done.secrets.push({ section: step.section, id: step.id, ...outcome });
    }
    for (const step of steps) {
      if (!(await this.finish(step, context))) throw new ChangedMeanwhileError(shown(step), done);
    }
  }

  private async finish(step: PreparedStep, context: Context): Promise<boolean> {
    const { kind, id, wanted } = step;
    if (kind.finish === undefined || wanted === undefined || (await kind.finish(id, wanted))) return true;
    return this.planner.isDone(step, context);
  }

  /** @returns undefined when somebody else made something else of it */
  private async do(step: PreparedStep, context: Context): Promise<Outcome | 'done already' | undefined> {
    const outcome = await run(step);
    if (outcome !== false) return outcome;
    // Somebody may be in the middle of doing the same.
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      // What is left may be for the end.
      if (await this.planner.isDone(step, context, step.kind.lateMembers)) return 'done already';
      await delay(PAUSE_MS);
    }
    return undefined;
  }
}

function run({ action, kind, id, existing, wanted, changes }: PreparedStep): Promise<Outcome> {
  if (action === 'delete' && existing !== undefined) return kind.delete(existing);
  if (wanted === undefined) throw new Error('a step wants nothing');
  if (existing === undefined) return kind.create(id, wanted);
  return kind.update(existing, wanted, new Set(changes.map(({ path: [first = ''] }) => first)));
}

function planOf({ steps, notes }: PreparedPlan): Plan {
  return { steps: steps.map(shown), notes };
}

function proposalOf({ steps, notes }: PreparedPlan): Proposal {
  const proposed = steps.map((step) => {
    const { kind, id, existing, wanted } = step;
    return Object.assign(shown(step), { demand: kind.demandOf(id, existing, wanted) });
  });
  return { steps: proposed, notes };
}

/** Without what only the machinery needs. */
function shown({ section, noun, id, action, changes }: Step): Step {
  return { section, noun, id, action, changes };
}
