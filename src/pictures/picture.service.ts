import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { v7 } from 'uuid';
import { PageError } from '../http/page-error.js';
import { encodePicture, PictureQueueFullError } from './picture-encoder.js';
import { Picture } from './picture.entity.js';

const CONTENT_TYPE = 'image/webp';
const BUSY_RETRY_SECONDS = 5;

/** Owns `pictures`: what people and apps look like. */
@Injectable()
export class PictureService {
  constructor(@InjectRepository(Picture) private readonly pictures: Repository<Picture>) {}

  /**
   * Re-encodes an uploaded picture and keeps it.
   * @returns the id to refer to it by
   * @throws PictureError whose text key says what is wrong with the upload
   * @throws PageError `unavailable` when too many pictures are being decoded
   */
  async store(upload: Buffer): Promise<string> {
    const bytes = await encodeUnlessBusy(upload);
    const id = v7();
    await this.pictures.insert({ id, contentType: CONTENT_TYPE, bytes, createdAt: new Date() });
    return id;
  }

  /** The stored picture, if there is one. */
  async find(id: string): Promise<Picture | null> {
    return this.pictures.findOneBy({ id });
  }

  /** Forgets a picture; an id that is gone or null is fine. */
  async remove(id: string | null): Promise<void> {
    if (id !== null) await this.pictures.delete({ id });
  }
}

async function encodeUnlessBusy(upload: Buffer): Promise<Buffer> {
  try {
    return await encodePicture(upload);
  } catch (cause) {
    if (!(cause instanceof PictureQueueFullError)) throw cause;
    throw new PageError('unavailable', { cause, retryAfter: BUSY_RETRY_SECONDS });
  }
}
