import { expect, it } from 'vitest';
import { meantBy } from './misspelt.js';

const KNOWN = ['ISSUER', 'HOST', 'PORT', 'DATABASE_URL'];

it.each([
  ['PROT', 'PORT'],
  ['ISUER', 'ISSUER'],
  ['ISSUERS', 'ISSUER'],
  ['DATABASE_URI', 'DATABASE_URL'],
  ['DOORWARD_PORT', 'PORT'],
])('%s is %s, written wrongly', (name, meant) => {
  expect(meantBy(name, KNOWN)).toBe(meant);
});

it.each(['HOME', 'HOSTNAME', 'PATH', 'USER', 'TERM', 'A', ''])('%j is a name of its own', (name) => {
  expect(meantBy(name, KNOWN)).toBeUndefined();
});
