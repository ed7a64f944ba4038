import { Injectable, Logger } from '@nestjs/common';
import { currentOrigin } from '../http/origin.js';
import { networkOf } from '../throttle/network.js';
import { ThrottleService, TooManyAttemptsError } from '../throttle/throttle.service.js';
import { AuditLog, type AuditRecord } from './audit-log.service.js';

const MINUTE = 60;
/** Of one network. */
const OF_NETWORK = { points: 10, seconds: MINUTE };
/** Of all together. */
const OF_ALL = { points: 100, seconds: MINUTE };

/**
 * Writes down what nobody has to prove anything for: so many a minute and no more, so that strangers can neither fill the
 * log nor slow it down for others (docs/adr/0042). What is beyond that says nothing new.
 */
@Injectable()
export class AuditAttempts {
  private readonly logger = new Logger(AuditAttempts.name);

  constructor(
    private readonly audit: AuditLog,
    private readonly throttle: ThrottleService,
  ) {}

  async record(record: AuditRecord): Promise<void> {
    const network = networkOf(currentOrigin().address ?? '');
    try {
      await this.throttle.take(
        new Map([
          [`audit:${network}`, OF_NETWORK],
          ['audit:all', OF_ALL],
        ]),
      );
    } catch (cause) {
      if (cause instanceof TooManyAttemptsError) return;
      throw cause;
    }
    await this.audit.record(record);
  }

  /** The same, where the time that an answer takes must not tell whether there was something to write down. */
  recordAside(record: AuditRecord): void {
    this.record(record).catch((error: unknown) => this.logger.error(error));
  }
}
