import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { type MailAddress, Settings } from '../config/settings.js';
import { OutboxGiveUp } from '../outbox/outbox-give-up.js';
import { OutboxRetry } from '../outbox/outbox-retry.js';
import { LiveSettings } from '../settings/live-settings.service.js';
import type { OutgoingMail } from './outgoing-mail.js';
import { isRefusedForGood, type SmtpError, smtpReason } from './smtp-failure.js';
import { smtpOptions } from './smtp-options.js';

const MAX_CONNECTIONS = 4;
const MAX_MESSAGES_PER_CONNECTION = 100;
/** A connection without work is given back soon. */
const IDLE_MS = 20_000;
/** The whole of one attempt, the wait for a connection included: no timeout sees a server that sends byte by byte. */
const ATTEMPT_MS = 30_000;

type Transport = ReturnType<typeof transportOf>;

/** Hands mails over to the mail server (RFC 5321, RFC 6409), over a few connections that are kept. */
@Injectable()
export class SmtpSender implements OnModuleDestroy {
  private readonly host: string;
  private transport: Transport | undefined;

  constructor(
    private readonly settings: Settings,
    private readonly live: LiveSettings,
  ) {
    this.host = new URL(settings.issuer).hostname;
  }

  /**
   * Resolves when the mail server has taken the mail.
   * @throws OutboxGiveUp when it refused this mail for good, OutboxRetry for any other failure
   */
  async send(mail: OutgoingMail): Promise<void> {
    const { mailFrom } = await this.live.current();
    this.transport ??= transportOf(this.settings, this.host);
    try {
      await this.transport.sendMail({ ...this.message(mail, mailFrom), signal: AbortSignal.timeout(ATTEMPT_MS) });
    } catch (error) {
      // Without a cause: the library's text holds the address.
      const failure = error as SmtpError;
      throw isRefusedForGood(failure) ? new OutboxGiveUp(smtpReason(failure)) : new OutboxRetry(smtpReason(failure));
    }
  }

  onModuleDestroy(): void {
    this.transport?.close();
  }

  private message({ id, to, subject, text, html, language }: OutgoingMail, mailFrom: MailAddress) {
    return {
      from: mailFrom,
      to: { name: '', address: to },
      // Said outright, so that no reading of the header decides who gets the mail.
      envelope: { from: mailFrom.address, to: [to] },
      messageId: `<${id}@${this.host}>`,
      subject,
      text,
      html,
      headers: {
        'Content-Language': language,
        // RFC 3834 §5: no machine answers this; Exchange listens to its own header.
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
      },
    };
  }
}

function transportOf({ smtp }: Settings, name: string) {
  if (smtp === undefined) throw new Error('there is no mail server');
  return createTransport({
    ...smtpOptions(smtp, name),
    pool: true,
    maxConnections: MAX_CONNECTIONS,
    maxMessages: MAX_MESSAGES_PER_CONNECTION,
    idleTimeout: IDLE_MS,
  });
}
