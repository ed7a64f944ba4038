import { describe, expect, it } from 'vitest';
import { ENDPOINT_METADATA, ENDPOINTS } from './endpoints.js';

describe('endpoints', () => {
  it('are distinct local paths', () => {
    const paths = Object.values(ENDPOINTS);
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of paths) expect(path).toMatch(/^(\/[a-z.-]+)+$/);
  });

  it('are published under names of RFC 8414 §2, except the metadata documents themselves', () => {
    const unpublished = Object.keys(ENDPOINTS).filter((id) => !(id in ENDPOINT_METADATA));
    expect(unpublished).toEqual(['openidConfiguration', 'oauthMetadata']);
    for (const name of Object.values(ENDPOINT_METADATA)) expect(name).toMatch(/^[a-z_]+_(?:endpoint|uri|iframe)$/);
  });
});
