import { Injectable, Logger } from '@nestjs/common';
import { Mailer } from './mailer.service.js';
import type { MailTemplate, MailValues } from './mail-templates.js';

/** Whom a notice is for. */
export interface NoticeReader {
  readonly email: string;
  readonly locale: string | null;
}

/**
 * Tells people about changes that matter, after they were made. A notice that cannot be kept for sending is logged: it
 * must not make what is done look as if it had failed.
 */
@Injectable()
export class Notices {
  private readonly logger = new Logger(Notices.name);

  constructor(private readonly mailer: Mailer) {}

  /** Sends the mail; never throws. */
  async tell<T extends MailTemplate>(
    { email, locale }: NoticeReader,
    template: T,
    values: MailValues[T],
  ): Promise<void> {
    try {
      await this.mailer.send({ to: email, template, values, locale });
    } catch (error) {
      this.logger.error(`no notice '${template}': ${error instanceof Error ? error.name : 'unknown'}`);
    }
  }
}
