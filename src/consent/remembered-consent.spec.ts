import { describe, expect, it } from 'vitest';
import { appearanceChanges, rememberDecision, type RememberedConsent, rememberedScopes } from './remembered-consent.js';

const looks = { name: 'Acme Photos', logo: 'logo-1', hosts: ['acme.example'] };
const consent: RememberedConsent = { grantedScopes: ['profile'], refusedScopes: ['email'], clientSnapshot: looks };

describe('remembered consent', () => {
  it.each([
    ['what was granted', consent, ['profile'], looks, ['profile']],
    ['the granted part, without asking again for what was refused', consent, ['email', 'profile'], looks, ['profile']],
    ['nothing, to an app that asks for nothing', consent, [], looks, []],
    ['no answer before the first decision', undefined, ['profile'], looks, undefined],
    ['no answer before the first decision, even to an app that asks for nothing', undefined, [], looks, undefined],
    ['no answer when the app wants more', consent, ['profile', 'phone'], looks, undefined],
    ['no answer when the app wants only what was refused', consent, ['email'], looks, undefined],
    ['no answer when the name changed', consent, ['profile'], { ...looks, name: 'Acme Bank' }, undefined],
    ['no answer when the logo changed', consent, ['profile'], { ...looks, logo: 'logo-2' }, undefined],
    ['no answer when the logo is gone', consent, ['profile'], { ...looks, logo: null }, undefined],
    [
      'no answer when a host was added',
      consent,
      ['profile'],
      { ...looks, hosts: ['a.example', 'acme.example'] },
      undefined,
    ],
  ] as const)('gives %s', (_rule, before, asked, now, expected) => {
    expect(rememberedScopes(before, asked, now)).toEqual(expected);
  });

  it('says what changed about the app', () => {
    expect(appearanceChanges(looks, { name: 'B', logo: null, hosts: [] })).toEqual(['name', 'logo', 'hosts']);
    expect(appearanceChanges(looks, { ...looks, hosts: [...looks.hosts] })).toEqual([]);
  });

  it('splits a first decision into granted and refused', () => {
    expect(rememberDecision(undefined, { asked: ['profile', 'email'], allowed: ['email'] }, looks)).toEqual({
      grantedScopes: ['email'],
      refusedScopes: ['profile'],
      clientSnapshot: looks,
    });
  });

  it('never grants what was not asked for', () => {
    const { grantedScopes } = rememberDecision(undefined, { asked: ['email'], allowed: ['email', 'phone'] }, looks);
    expect(grantedScopes).toEqual(['email']);
  });

  it('keeps earlier answers to other questions', () => {
    const after = rememberDecision(consent, { asked: ['phone'], allowed: ['phone'] }, looks);
    expect(after).toMatchObject({ grantedScopes: ['profile', 'phone'], refusedScopes: ['email'] });
  });

  it('replaces earlier answers to the same question', () => {
    const after = rememberDecision(consent, { asked: ['profile', 'email'], allowed: ['email'] }, looks);
    expect(after).toMatchObject({ grantedScopes: ['email'], refusedScopes: ['profile'] });
  });

  it('forgets what an app with another look was allowed', () => {
    const renamed = { ...looks, name: 'Acme Bank' };
    expect(rememberDecision(consent, { asked: ['phone'], allowed: ['phone'] }, renamed)).toEqual({
      grantedScopes: ['phone'],
      refusedScopes: [],
      clientSnapshot: renamed,
    });
  });
});
