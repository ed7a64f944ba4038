import { AbstractLogger } from 'typeorm';

/** TypeORM prints failed migrations to standard output even where logging is off. What fails is thrown, and told once. */
export class SilentLog extends AbstractLogger {
  protected override writeLog(): void {}
}
