import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { PageError } from '../http/page-error.js';
import { Public } from '../http/public.decorator.js';
import { PictureService } from './picture.service.js';

/**
 * Serves stored pictures. Public: apps show a user's picture, and its id cannot be guessed. A picture never changes
 * under its id, so it may be kept for a year.
 */
@Controller('pictures')
export class PictureController {
  constructor(private readonly pictures: PictureService) {}

  @Get(':id')
  @Public()
  async show(@Param('id') id: string, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const picture = await this.pictures.find(id);
    if (picture === null) throw new PageError('not_found');
    return reply
      .type(picture.contentType)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('cross-origin-resource-policy', 'cross-origin')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(picture.bytes);
  }
}
