import type { AddressInfo } from 'node:net';
import { callbackify } from 'node:util';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { parseSmtpUrl } from '../../src/config/smtp-url.js';
import type { SmtpServer } from '../../src/config/settings.js';
import { Outbox } from '../../src/outbox/outbox.service.js';
import { OutboxMessage } from '../../src/outbox/outbox-message.entity.js';
import type { TestApp } from './app.js';
import { noteSecret } from './leak-scan.js';

/** A mail that the server has taken. */
export interface ReceivedMail extends ParsedMail {
  /** As it came over the wire. */
  readonly source: string;
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
}

/** What the server answers to the next commands in place of "fine". */
export interface Refusals {
  /** An SMTP code by receiver. */
  readonly receivers?: Readonly<Record<string, number>>;
  readonly sender?: number;
  readonly data?: number;
}

/** A real mail server on a loopback port, whose mailboxes a test reads. */
export class MailServer {
  readonly mails: ReceivedMail[] = [];
  refuses: Refusals = {};
  private server: SMTPServer | undefined;

  private constructor(
    private readonly options: SMTPServerOptions,
    private port: number,
  ) {}

  static async start(options: SMTPServerOptions = {}): Promise<MailServer> {
    const server = new MailServer(options, 0);
    await server.up();
    return server;
  }

  /** The value of `SMTP_URL`. */
  url(user = ''): string {
    return `smtp://${user === '' ? '' : `${user}@`}127.0.0.1:${this.port}`;
  }

  get settings(): SmtpServer {
    return parseSmtpUrl(this.url());
  }

  /** Begins to listen, on the port of before. */
  async up(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      hideSTARTTLS: true,
      logger: false,
      ...this.options,
      onMailFrom: (_address, _session, done) => done(refusal(this.refuses.sender)),
      onRcptTo: ({ address }, _session, done) => done(refusal(this.refuses.receivers?.[address], address)),
      onData: (stream, session, done) => callbackify(() => this.receive(stream, session.envelope))(done),
    });
    server.on('error', () => {});
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.server.address() as AddressInfo).port;
    this.server = server;
  }

  /** Stops listening, and hangs up. */
  async down(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (server === undefined) return;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const connection of server.connections) connection.close();
    });
  }

  /** The newest mail to an address. @throws when there is none */
  lastTo(address: string): ReceivedMail {
    const mail = this.to(address).at(-1);
    if (mail === undefined) throw new Error(`no mail to ${address}`);
    return mail;
  }

  to(address: string): ReceivedMail[] {
    return this.mails.filter(({ envelope }) => envelope.to.includes(address));
  }

  private async receive(
    stream: AsyncIterable<Buffer>,
    envelope: { mailFrom: false | { address: string }; rcptTo: { address: string }[] },
  ): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    const wrong = refusal(this.refuses.data);
    if (wrong !== null) throw wrong;
    const source = Buffer.concat(chunks).toString('utf8');
    const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
    const to = envelope.rcptTo.map(({ address }) => address);
    const mail = { ...(await simpleParser(source)), source, envelope: { from, to } };
    for (const link of linksIn(mail)) noteSecret(new URL(link).searchParams.get('token') ?? undefined);
    this.mails.push(mail);
  }
}

/** Every address that stands alone on a line of the mail's text. */
export function linksIn({ text = '' }: ParsedMail): string[] {
  return text.split('\n').filter((line) => /^https?:\/\/\S+$/.test(line));
}

/** The first of them that carries a token. @throws when there is none */
export function linkIn(mail: ParsedMail): string {
  const link = linksIn(mail).find((line) => line.includes('token='));
  if (link === undefined) throw new Error(`no link in: ${mail.text ?? ''}`);
  return link;
}

/** Delivers what waits, also what waits for its next attempt. */
export async function deliverMail({ app, source }: TestApp): Promise<void> {
  const outbox = app.get(Outbox);
  await outbox.drain();
  await source
    .createQueryBuilder()
    .update(OutboxMessage)
    .set({ nextAttemptAt: new Date(0) })
    .where('next_attempt_at IS NOT NULL AND claim IS NULL')
    .execute();
  await outbox.drain();
}

function refusal(code: number | undefined, address = 'this'): Error | null {
  if (code === undefined) return null;
  return Object.assign(new Error(`<${address}> is refused`), { responseCode: code });
}
