import { applyDecorators, Controller, UseGuards, UseInterceptors, UsePipes } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../http/public.decorator.js';
import { ADMIN_API } from '../protocol/admin-scope.js';
import { ApiGuard } from './api.guard.js';
import { DtoPipe } from './dto.pipe.js';
import { Idempotency } from './idempotency.interceptor.js';

/**
 * A controller of the admin API: access tokens in place of cookies, validated DTOs, repeatable creations.
 * @param path below the API, like `users`; its end is the tag of the OpenAPI document
 */
export function AdminApi(path: string): ClassDecorator {
  return applyDecorators(
    Controller(`${ADMIN_API}/${path}`),
    // To the guard of browser sessions: this one has a guard of its own.
    Public(),
    UseGuards(ApiGuard),
    UsePipes(DtoPipe),
    UseInterceptors(Idempotency),
    ApiTags(path.split('/').at(-1) ?? path),
  );
}
