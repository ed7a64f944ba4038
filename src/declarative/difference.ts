import { isObject } from '../protocol/json-value.js';
import type { Change, Path } from './kind.js';

/** What differs between two JSON values, member by member; in lists, position by position. */
export function differences(from: unknown, to: unknown, path: Path = []): readonly Change[] {
  if (isObject(from) && isObject(to)) {
    const names = [...new Set([...Object.keys(from), ...Object.keys(to)])];
    return names.flatMap((name) => differences(from[name], to[name], [...path, name]));
  }
  if (Array.isArray(from) && Array.isArray(to)) {
    const positions = Array.from({ length: Math.max(from.length, to.length) }, (_, position) => position);
    return positions.flatMap((position) => differences(from[position], to[position], [...path, position]));
  }
  return from === to ? [] : [{ path, from, to }];
}

/** A path as people write it: `clients.client_photos.redirect_uris[1]`. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? part : `${text}.${part}`;
  }, '');
}
