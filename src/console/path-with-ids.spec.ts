import { describe, expect, it } from 'vitest';
import { PageError } from '../http/page-error.js';
import { pathWithIds } from './path-with-ids.js';

const REPLAY = '/webhooks/{id}/deliveries/{event_id}/replay';

describe('a path of the admin API', () => {
  it.each(['a/b', '../x', '%2e%2e', 'a?b', 'a#b', '...', 'https://example.com'])('keeps the id %s one step', (id) => {
    const { pathname, search, hash } = new URL(pathWithIds(REPLAY, { id: 'w', event_id: id }), 'https://example.com');
    expect([pathname.split('/').length, search, hash]).toEqual([6, '', '']);
    expect(decodeURIComponent(pathname.split('/')[4] ?? '')).toBe(id);
  });

  it.each(['..', '.', ''])('is none for the id “%s”, which would lead elsewhere', (id) => {
    expect(() => pathWithIds(REPLAY, { id: 'w', event_id: id })).toThrow(PageError);
  });
});
