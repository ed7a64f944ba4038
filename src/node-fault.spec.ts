import { expect, it } from 'vitest';
import { nodeFault } from './node-fault.js';

it('a Node.js that would crash is told with what to do; a newer one runs', () => {
  expect(nodeFault('20.19.0')).toMatch(/^This is Node\.js 20\.19\.0, and Doorward needs 24: use the npm scripts/);
  expect(nodeFault('24.0.0')).toBeUndefined();
  expect(nodeFault('26.1.0')).toBeUndefined();
});
