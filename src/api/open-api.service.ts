import type { INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { openApiDocument } from './openapi.js';

/** Keeps the OpenAPI document, made when it is asked for the first time. */
@Injectable()
export class OpenApi {
  private app: INestApplication | undefined;
  private made: OpenAPIObject | undefined;

  constructor(private readonly settings: Settings) {}

  /** Called once, when the application is there: its routes are the document. */
  describe(app: INestApplication): void {
    this.app = app;
  }

  document(): OpenAPIObject {
    if (this.app === undefined) throw new Error('there is no application to describe');
    return (this.made ??= openApiDocument(this.app, this.settings.issuer));
  }
}
