import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { Outbox } from '../outbox/outbox.service.js';
import { currentLanguage } from '../pages/reader.js';
import { inLocale } from '../pages/texts.js';
import { LocalMails } from './local-mails.service.js';
import { mailRoute, type MailRoute } from './mail-route.js';
import type { MailTemplate } from './mail-templates.js';
import { type MailContent, renderMail } from './render-mail.js';
import { SmtpSender } from './smtp-sender.service.js';

const KIND = 'mail';

/** RFC 5322 §3.4.1 `addr-spec` as src/users keeps it; nothing that could end a header or name a second receiver. */
const ADDRESS = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,253}$/;

/** A mail to send. */
export interface Mail<T extends MailTemplate> extends MailContent<T> {
  readonly to: string;
  /** Language of the one who reads it; that of the one who asked for it when we do not know. */
  readonly locale?: string | null;
}

/** Sends mail: through the outbox, so that nobody waits for a mail server and none is lost while it is away. */
@Injectable()
export class Mailer implements OnModuleInit {
  private readonly route: MailRoute;

  constructor(
    private readonly outbox: Outbox,
    private readonly smtp: SmtpSender,
    private readonly local: LocalMails,
    private readonly settings: Settings,
  ) {
    this.route = mailRoute(settings);
  }

  onModuleInit(): void {
    this.outbox.handle<Mail<MailTemplate>>(KIND, (payload, _attempt, id) => this.deliver(id, payload));
  }

  /** Whether mails of this server go anywhere. What needs one says so when not. */
  get canSend(): boolean {
    return this.route !== 'none';
  }

  /** Sends a mail, soon. One INSERT. A server that sends no mail forgets it. */
  async send<T extends MailTemplate>({ to, template, values, locale }: Mail<T>): Promise<void> {
    if (!ADDRESS.test(to)) throw new Error('this is no address that a mail can be sent to');
    if (this.canSend) await this.outbox.enqueue(KIND, { to, template, values, locale: locale ?? currentLanguage() });
  }

  private async deliver(id: string, { to, locale, ...content }: Mail<MailTemplate>): Promise<void> {
    const mail = inLocale(locale ?? undefined, () => ({ id, to, ...renderMail(content, this.settings.issuer) }));
    await (this.route === 'smtp' ? this.smtp.send(mail) : this.local.keep(mail));
  }
}
