import { Injectable } from '@nestjs/common';
import { PageError } from '../http/page-error.js';
import { requireOk } from '../outbound/outbound-answer.js';
import { OutboundError } from '../outbound/outbound-error.js';
import { Outbound } from '../outbound/outbound.service.js';
import { PictureError } from '../pictures/picture-error.js';
import { PictureService } from '../pictures/picture.service.js';
import type { Client } from './client.entity.js';
import { OutboundFailures } from './outbound-failures.service.js';

const PURPOSE = 'logo_uri';

/**
 * What an app looks like. A `logo_uri` is fetched once, when it is registered, and kept like an upload: pages ask no
 * third party for a picture, so nobody learns who looks at them, and what was seen cannot be exchanged later
 * (docs/adr/0029).
 */
@Injectable()
export class ClientLogos {
  constructor(
    private readonly pictures: PictureService,
    private readonly outbound: Outbound,
    private readonly failures: OutboundFailures,
  ) {}

  /**
   * Keeps an upload.
   * @throws PictureError, PageError
   */
  store(upload: Buffer): Promise<string> {
    return this.pictures.store(upload);
  }

  /** Forgets a picture. */
  remove(logo: string | null): Promise<void> {
    return this.pictures.remove(logo);
  }

  /**
   * The picture after a change. A `logo_uri` that is the same is not fetched again.
   * @param upload a new picture, null for none; absent when the form had none
   * @throws PictureError, PageError for an upload
   */
  async next(
    client: Client,
    { logoUri, upload }: { readonly logoUri: string | undefined; readonly upload: Buffer | null | undefined },
  ): Promise<string | null> {
    const isOtherUri = logoUri !== client.metadata.logo_uri;
    if (upload === undefined && !isOtherUri) return client.logo;
    if (upload === undefined && logoUri !== undefined) return this.fetch(client, logoUri);
    await this.failures.dismiss({ rowId: client.id }, PURPOSE);
    return upload ? this.pictures.store(upload) : null;
  }

  /** The picture at this address. One that cannot be had refuses nothing; the owner is told. */
  async fetch({ id }: Client, url: string): Promise<string | null> {
    try {
      const stored = await this.failures.watch({ rowId: id }, { purpose: PURPOSE, url }, async () => {
        const { body } = requireOk(await this.outbound.get(url, { accept: 'image/*', purpose: PURPOSE }));
        return { logo: await this.pictures.store(body).catch(throwContentError) };
      });
      return stored.logo;
    } catch (error) {
      if (error instanceof OutboundError) return null;
      throw error;
    }
  }
}

/** @throws OutboundError for what is wrong with the picture */
function throwContentError(cause: unknown): never {
  if (cause instanceof PictureError) {
    throw new OutboundError('content', 'the answer was no picture that we can show', { cause });
  }
  if (cause instanceof PageError) throw new OutboundError('busy', 'too many pictures came at once', { cause });
  throw cause;
}
