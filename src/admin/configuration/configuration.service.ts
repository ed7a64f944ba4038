import { Injectable } from '@nestjs/common';
import type { Caller } from '../../api/caller.js';
import { Configuration } from '../../declarative/configuration.service.js';
import { HiddenSectionsError } from '../../declarative/declarer.js';
import { ConfigurationFaults } from '../../declarative/document.js';
import {
  type Applied,
  ChangedMeanwhileError,
  HalfAppliedError,
  type Plan,
  type Proposal,
} from '../../declarative/plan.js';
import type { PlanOptions } from '../../declarative/planner.service.js';
import { sentSecrets } from '../../declarative/sent-secrets.js';
import type { ConfigurationBody } from './configuration.dto.js';
import {
  changedMeanwhile,
  faultyDocument,
  halfApplied,
  hiddenSections,
  refusedSteps,
} from './configuration-problems.js';
import { missingScope, refusalsOf } from './step-judgement.js';

/** What is done to the configuration as a document through the admin API, by whom it may be done. */
@Injectable()
export class AdminConfiguration {
  constructor(private readonly configuration: Configuration) {}

  /** The document, with the sections that the caller may see. */
  export(caller: Caller): Promise<string> {
    return this.configuration.export((section) => mayRead(caller, section));
  }

  /** @throws Problem `validation-failed`, `forbidden` */
  plan(caller: Caller, body: ConfigurationBody): Promise<Plan> {
    return explained(() => this.configuration.plan(body.document, optionsOf(caller, body)));
  }

  /**
   * Does what the plan says, if the caller may do each step of it.
   * @param agree to the plan, or throw: before anything is done
   * @throws Problem `validation-failed`, `forbidden`, `conflict`
   */
  apply(caller: Caller, body: ConfigurationBody, agree: (plan: Plan) => void): Promise<Applied> {
    return explained(() =>
      this.configuration.apply(body.document, optionsOf(caller, body), async (proposal) => {
        requireMayDo(caller, proposal);
        agree(proposal);
      }),
    );
  }
}

function optionsOf(caller: Caller, { prune = false, secrets = {} }: ConfigurationBody): PlanOptions {
  const declarer = {
    through: 'api',
    secrets: sentSecrets(secrets),
    mayRead: (section: string) => mayRead(caller, section),
  } as const;
  return { declarer, prune };
}

function mayRead(caller: Caller, section: string): boolean {
  return missingScope(caller, `admin:${section}:read`).length === 0;
}

/** @throws Problem `forbidden` with every step that is above the caller's rights */
function requireMayDo(caller: Caller, { steps }: Proposal): void {
  const refused = steps
    .map((step) => ({ step, sentences: refusalsOf(caller, step.demand) }))
    .filter(({ sentences }) => sentences.length > 0);
  if (refused.length > 0) throw refusedSteps(refused);
}

async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ConfigurationFaults) throw faultyDocument(error);
    if (error instanceof HiddenSectionsError) throw hiddenSections(error);
    if (error instanceof ChangedMeanwhileError) throw changedMeanwhile(error);
    if (error instanceof HalfAppliedError) throw halfApplied(error);
    throw error;
  }
}
