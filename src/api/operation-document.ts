import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiOperation, ApiResponse, ApiSecurity, getSchemaPath } from '@nestjs/swagger';
import { PROBLEMS, type ProblemType } from '../http/problem.js';
import type { OperationAnswer, OperationOptions } from './operation.decorator.js';
import { ProblemResource } from './problem.resource.js';

/** What any operation may answer with. */
const ALWAYS: readonly ProblemType[] = [
  'malformed-request',
  'unauthenticated',
  'insufficient-scope',
  'too-many-requests',
  'server-error',
  'unavailable',
];
const RATE_LIMIT = {
  RateLimit: { description: 'What is left, and until when', schema: { type: 'string' as const } },
  'RateLimit-Policy': { description: 'How many requests in which time', schema: { type: 'string' as const } },
};
const ENTITY_TAG = { ETag: { description: 'The version; for If-Match', schema: { type: 'string' as const } } };
const RETRY_AFTER = { 'Retry-After': { description: 'Seconds', schema: { type: 'string' as const } } };

/** What the OpenAPI document says of an operation, from the same declaration that the guard reads. */
export function documentOperation(options: OperationOptions): MethodDecorator {
  const { id, summary, description, scope, needsEntityTag = false, answer, problemType = ProblemResource } = options;
  return applyDecorators(
    ApiOperation({ operationId: id, summary, ...(description !== undefined && { description }) }),
    ApiSecurity('machine', [scope]),
    ApiSecurity('console'),
    ApiExtraModels(problemType),
    answerDocument(answer),
    ...problemDocuments(options),
    ...(needsEntityTag ? [ifMatchDocument] : []),
    ...(takesIdempotencyKey(options) ? [idempotencyDocument] : []),
  );
}

function takesIdempotencyKey({ answer, isRepeatable = false }: OperationOptions): boolean {
  return answer.status === 201 || isRepeatable;
}

const ifMatchDocument = ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read, or *' });
const idempotencyDocument = ApiHeader({
  name: 'Idempotency-Key',
  required: false,
  description: 'A random text: a repeat with the same one is done once',
});

function answerDocument({ status, type, isList = false, hasEntityTag = false }: OperationAnswer): MethodDecorator {
  const headers = {
    ...RATE_LIMIT,
    ...(hasEntityTag && ENTITY_TAG),
    ...(status === 201 && { Location: { description: 'What was made', schema: { type: 'string' as const } } }),
  };
  if (type === undefined) return ApiResponse({ status, description: 'Done', headers });
  if (!isList) return ApiResponse({ status, description: 'Done', type, headers });
  const next = { type: ['string', 'null'], description: '`cursor` of the next page; null on the last one' };
  const schema = {
    type: 'object',
    required: ['data', 'next'],
    properties: { data: { type: 'array', items: { $ref: getSchemaPath(type) } }, next },
  };
  return applyDecorators(
    ApiExtraModels(type),
    ApiResponse({ status, description: 'One page', headers, schema: schema as unknown as { type: 'object' } }),
  );
}

/** One response for each status; several problems may share it. */
function problemDocuments(options: OperationOptions): MethodDecorator[] {
  const { problems = [], isDestructive, changesPower, needsEntityTag, problemType = ProblemResource } = options;
  const all = new Set<ProblemType>([...ALWAYS, ...problems, 'validation-failed']);
  if (isDestructive === true || changesPower !== undefined) all.add('login-too-old');
  if (needsEntityTag === true)
    for (const type of ['precondition-required', 'precondition-failed'] as const) all.add(type);
  if (takesIdempotencyKey(options)) {
    for (const type of ['idempotency-key-reused', 'request-in-progress', 'unsupported-media-type'] as const)
      all.add(type);
  }
  const byStatus = Map.groupBy(all, (type) => PROBLEMS[type].status);
  return [...byStatus].map(([status, types]) =>
    ApiResponse({
      status,
      description: types.map((type) => `${type}: ${PROBLEMS[type].title}`).join('; '),
      headers: status === 429 || status === 503 ? RETRY_AFTER : {},
      content: { 'application/problem+json': { schema: { $ref: getSchemaPath(problemType) } } },
    }),
  );
}
