import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Settings } from '../config/settings.js';
import { Problem, PROBLEMS, type ProblemType } from '../http/problem.js';
import { problemUri } from '../http/problem-answer.js';
import { Public } from '../http/public.decorator.js';
import { ADMIN_API } from '../protocol/admin-scope.js';

/** What a problem's `type` leads to (RFC 9457 §3.1.1): what it means, and what to do. */
@ApiExcludeController()
@Controller(`${ADMIN_API}/problems`)
export class ProblemsController {
  constructor(private readonly settings: Settings) {}

  @Public()
  @Get(':type')
  @Header('cache-control', 'public, max-age=300')
  show(@Param('type') type: string): object {
    if (!isProblemType(type)) throw new Problem('not-found');
    const { status, title, advice } = PROBLEMS[type];
    return { type: problemUri(type, this.settings.issuer), status, title, advice };
  }
}

function isProblemType(type: string): type is ProblemType {
  return Object.hasOwn(PROBLEMS, type);
}
