import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { HttpModule } from '../http/http.module.js';
import { SessionModule } from '../session/session.module.js';
import { TokenModule } from '../token/token.module.js';
import { ApiCallers } from './api-callers.service.js';
import { ApiDocsController } from './api-docs.controller.js';
import { ApiRefusals } from './api-refusals.service.js';
import { ApiLimits } from './api-limits.service.js';
import { ConsoleTokenController } from './console-token.controller.js';
import { ConsoleToken } from './console-token.entity.js';
import { ConsoleTokens } from './console-tokens.service.js';
import { Cursors } from './cursors.service.js';
import { IdempotencyRecord } from './idempotency-record.entity.js';
import { IdempotencyStore } from './idempotency.store.js';
import { OpenApi } from './open-api.service.js';
import { ProblemsController } from './problems.controller.js';

/**
 * What every resource of the admin API shares: who calls and may they, problems, cursors, versions, repeatable creations,
 * the OpenAPI document. Owns `console_tokens` and `api_idempotency`. The resources themselves are src/admin.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([ConsoleToken, IdempotencyRecord]),
    SessionModule,
    TokenModule,
    AuditModule,
    HttpModule,
  ],
  controllers: [ApiDocsController, ConsoleTokenController, ProblemsController],
  providers: [ApiCallers, ApiLimits, ApiRefusals, ConsoleTokens, Cursors, IdempotencyStore, OpenApi],
  exports: [ApiCallers, ApiLimits, ConsoleTokens, Cursors, IdempotencyStore],
})
export class ApiModule {}
