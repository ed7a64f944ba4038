import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';

/**
 * JSON logs. Errors are written with name, message, stack and cause only: a driver's error also carries the statement's
 * parameters, which may be personal.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: serializeError } };
  return destination === undefined ? pino(options) : pino(options, destination);
}

function serializeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const code = 'code' in error ? { code: String(error.code) } : {};
  return { name, message, ...code, stack, ...(cause === undefined ? {} : { cause: serializeError(cause) }) };
}

/** Nest's own messages through the same log. */
export class NestLog implements LoggerService {
  constructor(private readonly log_: Logger) {}

  log(message: unknown, context?: string): void {
    this.log_.debug({ context }, String(message));
  }
  error(message: unknown, ...rest: unknown[]): void {
    const context = rest.at(-1);
    this.log_.error({ err: message instanceof Error ? message : undefined, context }, String(message));
  }
  warn(message: unknown, context?: string): void {
    this.log_.warn({ context }, String(message));
  }
  debug(message: unknown, context?: string): void {
    this.log_.debug({ context }, String(message));
  }
  verbose(message: unknown, context?: string): void {
    this.log_.trace({ context }, String(message));
  }
  fatal(message: unknown, context?: string): void {
    this.log_.fatal({ context }, String(message));
  }
}
