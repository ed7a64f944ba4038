import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { ErrorHelpController } from './error-help.controller.js';
import { ExceptionFilter } from './exception.filter.js';
import { Refusals } from './refusals.service.js';

/** Owns what every route shares: the one exception filter, and the pages that explain error codes. */
@Module({
  controllers: [ErrorHelpController],
  providers: [Refusals, { provide: APP_FILTER, useClass: ExceptionFilter }],
  exports: [Refusals],
})
export class HttpModule {}
