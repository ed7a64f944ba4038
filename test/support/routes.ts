import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, ModulesContainer } from '@nestjs/core';
import { IS_PUBLIC } from '../../src/http/public.decorator.js';
import type { TestApp } from './app.js';

export interface Route {
  readonly method: 'GET' | 'POST';
  /** With an id that nobody has in place of parameters. */
  readonly path: string;
  /** Whether it is open to those who are not signed in. */
  readonly isPublic: boolean;
}

const ID = '01999999-0000-7000-8000-000000000000';

/** Every route of every controller; a new one is in the list by itself. */
export function routesOf({ app }: TestApp): Route[] {
  const controllers = new DiscoveryService(app.get(ModulesContainer)).getControllers();
  return controllers.flatMap(({ metatype, instance }) => {
    const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
    return new MetadataScanner().getAllMethodNames(prototype).flatMap((name): Route[] => {
      const handler = prototype[name];
      const path: unknown = handler && Reflect.getMetadata(PATH_METADATA, handler);
      if (handler === undefined || metatype === null || typeof path !== 'string') return [];
      const isPublic = Boolean(Reflect.getMetadata(IS_PUBLIC, handler) ?? Reflect.getMetadata(IS_PUBLIC, metatype));
      const prefix = String(Reflect.getMetadata(PATH_METADATA, metatype));
      const whole = `/${prefix}/${path}`
        .replaceAll(/\/{2,}/g, '/')
        .replace(/(.)\/$/, '$1')
        .replaceAll(/:\w+/g, ID);
      const isPost = Reflect.getMetadata(METHOD_METADATA, handler) === RequestMethod.POST;
      return [{ method: isPost ? 'POST' : 'GET', path: whole, isPublic }];
    });
  });
}
