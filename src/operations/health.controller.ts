import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../http/public.decorator.js';
import { ReadinessService } from './readiness.service.js';

interface Health {
  readonly status: 'ok' | 'unavailable';
}

/** What orchestrators and balancers ask. Says nothing about why. */
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: ReadinessService) {}

  /** The process runs. The database is not asked: restarting a process does not bring it back. */
  @Public()
  @Get('live')
  @Header('cache-control', 'no-store')
  live(): Health {
    return { status: 'ok' };
  }

  /** The process can answer requests now. */
  @Public()
  @Get('ready')
  @Header('cache-control', 'no-store')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    if (await this.readiness.isReady()) return { status: 'ok' };
    reply.code(503).header('retry-after', '2');
    return { status: 'unavailable' };
  }
}
