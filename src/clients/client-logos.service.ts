import { Injectable, Logger } from '@nestjs/common';
import { requireOk } from '../outbound/outbound-answer.js';
import { OutboundError } from '../outbound/outbound-error.js';
import { Outbound } from '../outbound/outbound.service.js';
import { text } from '../pages/texts.js';
import { PictureError } from '../pictures/picture-error.js';
import { PictureService } from '../pictures/picture.service.js';
import type { Client } from './client.entity.js';

/** The picture of an app as its row holds it. */
export type LogoColumns = Pick<Client, 'logo' | 'logoProblem'>;

const NO_LOGO: LogoColumns = { logo: null, logoProblem: null };
const MAX_PROBLEM = 255;

/**
 * What an app looks like. A `logo_uri` is fetched once, when it is registered, and kept like an upload: pages ask no
 * third party for a picture, so nobody learns who looks at them, and what was seen cannot be exchanged later
 * (docs/adr/0029).
 */
@Injectable()
export class ClientLogos {
  private readonly logger = new Logger(ClientLogos.name);

  constructor(
    private readonly pictures: PictureService,
    private readonly outbound: Outbound,
  ) {}

  /**
   * The picture after a registration or change. What cannot be fetched refuses nothing: the owner is told.
   * @param upload a new picture, null for none; absent when the form had none
   * @throws PictureError, PageError for an upload
   */
  async next(
    before: { readonly columns: LogoColumns; readonly logoUri: string | undefined },
    { logoUri, upload }: { readonly logoUri: string | undefined; readonly upload: Buffer | null | undefined },
  ): Promise<LogoColumns> {
    if (upload === null) return NO_LOGO;
    if (upload !== undefined) return { logo: await this.pictures.store(upload), logoProblem: null };
    if (logoUri === before.logoUri) return before.columns;
    return logoUri === undefined ? NO_LOGO : this.fetched(logoUri);
  }

  /** The picture of a new app. */
  first(logoUri: string | undefined, upload: Buffer | undefined): Promise<LogoColumns> {
    return this.next({ columns: NO_LOGO, logoUri: undefined }, { logoUri, upload });
  }

  /** Forgets a picture. */
  remove(logo: string | null): Promise<void> {
    return this.pictures.remove(logo);
  }

  private async fetched(url: string): Promise<LogoColumns> {
    try {
      const { body } = requireOk(await this.outbound.get(url, { accept: 'image/*', purpose: 'logo_uri' }));
      return { logo: await this.pictures.store(body), logoProblem: null };
    } catch (error) {
      this.logger.debug(`a logo could not be taken: ${error instanceof Error ? error.message : 'unknown'}`);
      return { logo: null, logoProblem: problemOf(error).slice(0, MAX_PROBLEM) };
    }
  }
}

/** A sentence about the picture for the app's owner. */
function problemOf(error: unknown): string {
  if (error instanceof OutboundError) return text('clients.logo_unread', { reason: error.message });
  return error instanceof PictureError ? text(error.textKey) : text('clients.logo_busy');
}
