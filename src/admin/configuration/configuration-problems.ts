import type { HiddenSectionsError } from '../../declarative/declarer.js';
import type { ConfigurationFaults } from '../../declarative/document.js';
import type { Step } from '../../declarative/plan.js';
import type { ChangedMeanwhileError, HalfAppliedError } from '../../declarative/plan.js';
import { type FieldFault, Problem } from '../../http/problem.js';
import { toProblem } from '../../http/problem-answer.js';

/** An answer that nobody reads to its end helps nobody. */
const MAX_ERRORS = 200;

/** Every fault of a document, each with its line and path. */
export function faultyDocument(cause: ConfigurationFaults): Problem {
  const { faults } = cause;
  const errors = faults.map(({ message, line, path }) => inDocument({ message, line, path }));
  const detail =
    errors.length > MAX_ERRORS
      ? `Nothing was done: the document has ${errors.length} faults, \`errors\` the first ${MAX_ERRORS}.`
      : 'Nothing was done: see `errors` for what is wrong in the document, and where.';
  return new Problem('validation-failed', detail, { errors: errors.slice(0, MAX_ERRORS), cause });
}

/** Sections that the caller may not even look at. */
export function hiddenSections({ sections }: HiddenSectionsError): Problem {
  const errors = sections.map((section) =>
    inDocument({ message: `This needs the scope admin:${section}:read.`, path: [section] }),
  );
  return aboveRights(errors);
}

/** Steps that the caller may not do. */
export function refusedSteps(
  refused: readonly { readonly step: Step; readonly sentences: readonly string[] }[],
): Problem {
  return aboveRights(
    refused.flatMap(({ step: { action, noun, section, id }, sentences }) =>
      sentences.map((sentence) => inDocument({ message: `${action} ${noun} ${id}: ${sentence}`, path: [section, id] })),
    ),
  );
}

/** Somebody else came in between: what was done stays, and its secrets are shown this once. */
export function changedMeanwhile(cause: ChangedMeanwhileError): Problem {
  const { noun, id } = cause.step;
  const detail = `The ${noun} ${id} was changed by somebody else meanwhile. \`applied\` says what was done before; plan and apply again for the rest.`;
  return new Problem('conflict', detail, { extensions: { applied: cause.done }, cause });
}

/** Something failed on the way: what was done stays, and its secrets are shown this once. */
export function halfApplied({ done, cause }: HalfAppliedError): Problem {
  const { type, headers } = toProblem(cause);
  const detail = '`applied` says what was done before this happened; plan and apply again for the rest.';
  return new Problem(type, detail, { headers, extensions: { applied: done }, cause });
}

function aboveRights(errors: readonly FieldFault[]): Problem {
  const detail = 'Nothing was done: see `errors` for what is above your rights, and which right is missing.';
  return new Problem('forbidden', detail, { errors: errors.slice(0, MAX_ERRORS) });
}

function inDocument(fault: Omit<FieldFault, 'field'>): FieldFault {
  return { field: 'document', ...fault };
}
