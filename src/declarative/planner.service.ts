import { setImmediate as othersTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { isObject, type JsonObject } from '../protocol/json-value.js';
import { differences } from './difference.js';
import { type Declarer, HiddenSectionsError } from './declarer.js';
import { ConfigurationDocument, ConfigurationFaults } from './document.js';
import type { Context, Existing, Fault, Kind, Wanted } from './kind.js';
import { Kinds } from './kinds.js';
import type { Step } from './plan.js';

const VERSION = 1;
/** Each kind has rules of its own; these are for what is printed. */
const ID = /^[\x21-\x7e]{1,500}$/;

export interface PlanOptions {
  readonly declarer: Declarer;
  /** Delete what documents manage and this one does not declare, in the sections that it has. */
  readonly prune?: boolean;
}

/** A step with all that it takes to do it. */
export interface PreparedStep extends Step {
  readonly kind: Kind;
  readonly existing: Existing<unknown> | undefined;
  readonly wanted: Wanted | undefined;
  readonly declared: unknown;
}

export interface PreparedPlan {
  readonly steps: readonly PreparedStep[];
  readonly notes: readonly string[];
  readonly context: Context;
}

/** Compares a document with what is there. Changes nothing. */
@Injectable()
export class Planner {
  constructor(private readonly kinds: Kinds) {}

  /** @throws ConfigurationFaults with every fault of the document, HiddenSectionsError */
  async plan(text: string, options: PlanOptions): Promise<PreparedPlan> {
    const document = new ConfigurationDocument(text);
    const { root } = document;
    this.requireVisible(root, options.declarer);
    const faults = this.topLevelFaults(root);
    const isPruning = options.prune === true || root['prune'] === true;
    const context = { declarer: options.declarer, declared: this.declaredIn(root), secrets: new Map() };
    const [steps, deletions, notes]: [PreparedStep[], PreparedStep[], string[]] = [[], [], []];
    for (const kind of this.kinds.all) {
      const section = root[kind.section];
      if (!isObject(section)) continue;
      const existing = await kind.list();
      for (const [id, declared] of Object.entries(section)) {
        // On SQLite nothing else would come in between: its statements do not wait.
        await othersTurn();
        const own = existing.find((one) => one.id === id);
        const found = await this.compare(kind, { id, declared, existing: own, context });
        faults.push(...found.faults);
        notes.push(...found.notes);
        if (found.step !== undefined) steps.push(found.step);
      }
      if (isPruning)
        deletions.unshift(
          ...existing.filter(({ id }) => !Object.hasOwn(section, id)).map((one) => deletion(kind, one)),
        );
    }
    if (faults.length > 0) throw new ConfigurationFaults(faults.map((fault) => document.locate(fault)));
    return { steps: [...steps, ...deletions], notes, context };
  }

  /** Whether a thing is by now as it is declared, except for some of its members. */
  async isDone(step: PreparedStep, context: Context, except?: Kind['lateMembers']): Promise<boolean> {
    const { kind, id, declared } = step;
    const existing = (await kind.list()).find((one) => one.id === id);
    if (step.action === 'delete') return existing === undefined;
    const { step: rest, faults } = await this.compare(kind, { id, declared, existing, context });
    if (faults.length > 0) return false;
    return rest === undefined || rest.changes.every(({ path: [first = ''] }) => except?.has(first) === true);
  }

  private async compare(
    kind: Kind,
    {
      id,
      declared,
      existing,
      context,
    }: { id: string; declared: unknown; existing: Existing<unknown> | undefined; context: Context },
  ): Promise<{ step?: PreparedStep; faults: readonly Fault[]; notes: readonly string[] }> {
    const path = [kind.section, id];
    if (!ID.test(id)) return { faults: [{ path, message: `This cannot be the name of a ${kind.noun}.` }], notes: [] };
    const { wanted, faults } = await kind.compare(id, declared, existing, context);
    if (wanted === undefined)
      return { faults: faults.map((fault) => ({ path: [...path, ...fault.path], message: fault.message })), notes: [] };
    const { changes = [], notes = [] } = wanted;
    const all = [...differences(existing?.document, wanted.document), ...changes];
    if (all.length === 0 && existing !== undefined) return { faults: [], notes };
    const action = existing === undefined ? 'create' : 'update';
    const { section, noun } = kind;
    return { step: { section, noun, id, action, changes: all, kind, existing, wanted, declared }, faults: [], notes };
  }

  private requireVisible(root: JsonObject, { mayRead }: Declarer): void {
    const hidden = this.kinds.all.map(({ section }) => section).filter((name) => name in root && !mayRead(name));
    if (hidden.length > 0) throw new HiddenSectionsError(hidden);
  }

  private topLevelFaults(root: JsonObject): Fault[] {
    const sections = this.kinds.all.map(({ section }) => section);
    const unversioned = root['version'] === undefined ? [{ path: [], message: `Begin with version: ${VERSION}.` }] : [];
    const found = Object.entries(root).flatMap(([name, value]) => {
      const message = topLevelFault(name, value, sections);
      return message === undefined ? [] : [{ path: [name], message }];
    });
    return [...unversioned, ...found];
  }

  private declaredIn(root: JsonObject): Context['declared'] {
    return new Map(
      this.kinds.all.map(({ section }) => {
        const things = root[section];
        return [section, isObject(things) ? things : {}];
      }),
    );
  }
}

function topLevelFault(name: string, value: unknown, sections: readonly string[]): string | undefined {
  const known = ['version', 'prune', ...sections];
  if (!known.includes(name)) return `This key is unknown. Known are ${known.join(', ')}.`;
  if (name === 'version') return value === VERSION ? undefined : `Write ${VERSION}: no other version is known here.`;
  if (name === 'prune') return typeof value === 'boolean' ? undefined : 'Write true or false.';
  return value === null || isObject(value) ? undefined : 'Write a map: each thing under its name.';
}

function deletion(kind: Kind, existing: Existing<unknown>): PreparedStep {
  const { section, noun } = kind;
  const changes = differences(existing.document, undefined);
  return {
    section,
    noun,
    id: existing.id,
    action: 'delete',
    changes,
    kind,
    existing,
    wanted: undefined,
    declared: undefined,
  };
}
