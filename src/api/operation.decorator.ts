import { applyDecorators, SetMetadata, type Type } from '@nestjs/common';
import type { ProblemType } from '../http/problem.js';
import type { AdminScope } from '../protocol/admin-scope.js';
import { documentOperation } from './operation-document.js';

export const OPERATION = 'doorward:operation';

/** What an operation of the admin API answers when it has done its work. */
export interface OperationAnswer {
  readonly status: 200 | 201 | 202 | 204;
  readonly type?: Type;
  /** A page of these (src/api/list.ts). */
  readonly isList?: boolean;
  readonly hasEntityTag?: boolean;
}

/** What an operation of the admin API is. Guard, documentation and tests read it. */
export interface OperationOptions {
  /** `operationId` of the OpenAPI document; the generated client's method. */
  readonly id: string;
  /** A sentence without a full stop. */
  readonly summary: string;
  readonly description?: string;
  readonly scope: AdminScope;
  /** Cannot be undone: people need a login of the last ten minutes (RFC 9470). */
  readonly isDestructive?: boolean;
  /**
   * Issues a credential, or gives or takes rights: the same login is needed. `sometimes`: what is sent decides, and the
   * service asks `checkFreshLogin`.
   */
  readonly changesPower?: true | 'sometimes';
  /** Takes `If-Match`. */
  readonly needsEntityTag?: boolean;
  /** Takes `Idempotency-Key` although it makes no one thing; what makes one takes it anyway. */
  readonly isRepeatable?: boolean;
  readonly answer: OperationAnswer;
  /** Beyond those that every operation may answer with. */
  readonly problems?: readonly ProblemType[];
  /** What its problems say, where that is more than those of every operation. */
  readonly problemType?: Type;
}

/** Declares an operation: who may call it, and what the document says. A route of the API without one is closed. */
export function Operation(options: OperationOptions): MethodDecorator {
  return applyDecorators(SetMetadata(OPERATION, options), documentOperation(options));
}
