import { describe, expect, it } from 'vitest';
import { claimsAskedFor, type ClaimsRequest } from '../protocol/claims-request.js';
import { parsePrompt } from '../protocol/prompt.js';
import { SCOPE_NAMES } from '../protocol/scope.js';
import { nextStep, type Progress, type Situation } from './next-step.js';

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000);

const snapshot = { name: 'Acme Photos', logo: null, hosts: ['acme.example'] };
const confidential = { isPublic: false, snapshot };
const open = { isPublic: true, snapshot };

const ada = { userId: 'ada', authTime: at(-1_000) };
const bob = { userId: 'bob', authTime: at(4) };
const adaAgain = { userId: 'ada', authTime: at(4) };

const notBob = { ...ada, isOtherUser: true };

const remembered = { grantedScopes: ['profile', 'email'], refusedScopes: ['phone'], clientSnapshot: snapshot };

const opened: Progress = {
  createdAt: at(0),
  loginAt: null,
  isSwitchingAccount: false,
  consentDecision: null,
  consentUserId: null,
  consentScopes: null,
};
const signedIn: Progress = { ...opened, loginAt: at(5) };
const allowedByAda: Progress = {
  ...opened,
  consentDecision: 'granted',
  consentUserId: 'ada',
  consentScopes: ['profile'],
};
const denied: Progress = { ...opened, consentDecision: 'denied', consentUserId: 'ada' };

interface Case extends Partial<Omit<Situation, 'request' | 'now'>> {
  readonly rule: string;
  readonly prompt?: string;
  readonly maxAge?: number;
  readonly scopes?: readonly string[];
  readonly redirectUri?: string;
  readonly claims?: ClaimsRequest | undefined;
  /** The step's kind; `error <code>`; or `code` with its scopes. */
  readonly expected: string;
}

const FIRST: readonly Case[] = [
  { rule: 'nobody is signed in', expected: 'login' },
  { rule: 'signed in, never asked', session: ada, expected: 'consent' },
  { rule: 'signed in, allowed before', session: ada, remembered, expected: 'code profile' },
  { rule: 'allowed before, but nobody is signed in', remembered, expected: 'login' },
  {
    rule: 'allowed and refused before: the refused one is left out, not asked again',
    session: ada,
    remembered,
    scopes: ['profile', 'phone'],
    expected: 'code profile',
  },
  {
    rule: 'the app wants more than it was allowed',
    session: ada,
    remembered,
    scopes: ['profile', 'offline_access'],
    expected: 'consent',
  },
  {
    rule: 'the app wants only what was refused',
    session: ada,
    remembered,
    scopes: ['phone'],
    expected: 'consent',
  },
  { rule: 'no scope, never asked', session: ada, scopes: [], expected: 'consent' },
  { rule: 'no scope, allowed before', session: ada, remembered, scopes: [], expected: 'code ' },
  {
    rule: 'the app changed its name',
    session: ada,
    remembered,
    client: { isPublic: false, snapshot: { ...snapshot, name: 'Bank' } },
    expected: 'consent',
  },
];

const PROMPTS: readonly Case[] = [
  { rule: 'none: nobody is signed in', prompt: 'none', expected: 'error login_required' },
  { rule: 'none: never asked', prompt: 'none', session: ada, expected: 'error consent_required' },
  { rule: 'none: allowed before', prompt: 'none', session: ada, remembered, expected: 'code profile' },
  {
    rule: 'none: the login is too old',
    prompt: 'none',
    maxAge: 60,
    session: ada,
    remembered,
    expected: 'error login_required',
  },
  {
    rule: 'none: a native app is never recognised',
    prompt: 'none',
    session: ada,
    remembered,
    client: open,
    redirectUri: 'http://127.0.0.1/cb',
    expected: 'error consent_required',
  },
  { rule: 'login: although a session lives', prompt: 'login', session: ada, remembered, expected: 'login' },
  {
    rule: 'login: satisfied by a login for this request',
    prompt: 'login',
    session: adaAgain,
    remembered,
    progress: signedIn,
    expected: 'code profile',
  },
  {
    rule: 'login: an old session put back after the login does not satisfy it',
    prompt: 'login',
    session: ada,
    remembered,
    progress: signedIn,
    expected: 'login',
  },
  {
    rule: 'login: not before the login, whatever was decided',
    prompt: 'login',
    session: ada,
    progress: allowedByAda,
    expected: 'login',
  },
  { rule: 'consent: although allowed before', prompt: 'consent', session: ada, remembered, expected: 'consent' },
  {
    rule: 'consent: satisfied by a decision for this request',
    prompt: 'consent',
    session: ada,
    remembered,
    progress: allowedByAda,
    expected: 'code profile',
  },
  {
    rule: 'select_account: offers the choice',
    prompt: 'select_account',
    session: ada,
    remembered,
    expected: 'select_account',
  },
  { rule: 'select_account: nobody is there to choose from', prompt: 'select_account', expected: 'login' },
  {
    rule: 'select_account: whoever signed in has chosen',
    prompt: 'select_account',
    session: bob,
    progress: signedIn,
    expected: 'consent',
  },
  {
    rule: 'select_account: another one has to sign in',
    prompt: 'select_account',
    session: ada,
    progress: { ...opened, isSwitchingAccount: true },
    expected: 'login',
  },
  {
    rule: 'select_account: before anything that was decided',
    prompt: 'select_account',
    session: ada,
    progress: allowedByAda,
    expected: 'select_account',
  },
  {
    rule: 'select_account and login together: the choice first',
    prompt: 'select_account login',
    session: ada,
    remembered,
    expected: 'select_account',
  },
  {
    rule: 'select_account and login together: the password second',
    prompt: 'select_account login',
    session: ada,
    remembered,
    progress: signedIn,
    expected: 'login',
  },
  {
    rule: 'select_account and max_age: the chosen account signs in again',
    prompt: 'select_account',
    maxAge: 60,
    session: ada,
    remembered,
    progress: signedIn,
    expected: 'login',
  },
  {
    rule: 'select_account and consent together: consent second',
    prompt: 'consent select_account',
    session: ada,
    remembered,
    progress: signedIn,
    expected: 'consent',
  },
  {
    rule: 'create and select_account together: a new account is a choice',
    prompt: 'create select_account',
    session: ada,
    expected: 'signup',
  },
  {
    rule: 'create and select_account together: nothing is left to choose',
    prompt: 'create select_account',
    session: bob,
    progress: signedIn,
    expected: 'consent',
  },
  {
    rule: 'select_account: satisfied by keeping the account',
    prompt: 'select_account',
    session: ada,
    remembered,
    progress: signedIn,
    expected: 'code profile',
  },
  { rule: 'create: shows the sign-up page', prompt: 'create', expected: 'signup' },
  { rule: 'create: although a session lives', prompt: 'create', session: ada, remembered, expected: 'signup' },
  {
    rule: 'create: satisfied by the new account',
    prompt: 'create',
    session: bob,
    progress: signedIn,
    expected: 'consent',
  },
  {
    rule: 'create: whoever switches accounts afterwards gets the login page',
    prompt: 'create',
    session: bob,
    progress: { ...signedIn, isSwitchingAccount: true },
    expected: 'login',
  },
  {
    rule: 'login and consent together: login first',
    prompt: 'login consent',
    session: ada,
    remembered,
    expected: 'login',
  },
  {
    rule: 'login and consent together: consent second',
    prompt: 'login consent',
    session: adaAgain,
    remembered,
    progress: signedIn,
    expected: 'consent',
  },
];

const MAX_AGE: readonly Case[] = [
  { rule: 'max_age has passed', maxAge: 999, session: ada, remembered, expected: 'login' },
  { rule: 'max_age has not passed', maxAge: 1_100, session: ada, remembered, expected: 'code profile' },
  { rule: 'max_age=0 asks', maxAge: 0, session: adaAgain, remembered, expected: 'login' },
  {
    rule: 'max_age=0 is satisfied by a login for this request',
    maxAge: 0,
    session: adaAgain,
    remembered,
    progress: signedIn,
    expected: 'code profile',
  },
];

const MEANT: readonly Case[] = [
  { rule: 'the user that is meant', session: { ...ada, isOtherUser: false }, remembered, expected: 'code profile' },
  { rule: 'another user: the one that is meant has to sign in', session: notBob, remembered, expected: 'switch' },
  { rule: 'another user, none', prompt: 'none', session: notBob, remembered, expected: 'error login_required' },
  {
    rule: 'another user, who allowed it',
    session: notBob,
    progress: allowedByAda,
    expected: 'switch',
  },
  {
    rule: 'another user, who was chosen',
    prompt: 'select_account',
    session: notBob,
    progress: signedIn,
    expected: 'switch',
  },
  {
    rule: 'another user, who signed in for this request',
    session: { ...adaAgain, isOtherUser: true },
    remembered,
    progress: signedIn,
    expected: 'error login_required',
  },
  { rule: 'another user, before consent', session: notBob, expected: 'switch' },
  {
    rule: 'another user, who is about to sign in as somebody else',
    session: notBob,
    progress: { ...opened, isSwitchingAccount: true },
    expected: 'login',
  },
  { rule: 'nobody is signed in', expected: 'login' },
];

const DECISIONS: readonly Case[] = [
  { rule: 'allowed', session: ada, progress: allowedByAda, expected: 'code profile' },
  { rule: 'denied', session: ada, progress: denied, expected: 'error access_denied' },
  { rule: 'denied on the login page, nobody signed in', progress: denied, expected: 'error access_denied' },
  { rule: 'denied, then somebody else signed in', session: bob, progress: denied, expected: 'error access_denied' },
  {
    rule: 'denied, although allowed before',
    session: ada,
    remembered,
    progress: denied,
    expected: 'error access_denied',
  },
  { rule: 'allowed by somebody else', session: bob, progress: allowedByAda, expected: 'consent' },
  { rule: 'allowed, then signed out', progress: allowedByAda, expected: 'login' },
  {
    rule: 'allowed, then chose another account',
    session: ada,
    progress: { ...allowedByAda, isSwitchingAccount: true },
    expected: 'login',
  },
  {
    rule: 'nothing outside the request, whatever the row says',
    session: ada,
    progress: { ...allowedByAda, consentScopes: ['profile', 'phone'] },
    expected: 'code profile',
  },
];

const RECOGNITION: readonly Case[] = [
  { rule: 'a public app at an https address', session: ada, remembered, client: open, expected: 'code profile' },
  {
    rule: 'a public app on a loopback port is asked about every time',
    session: ada,
    remembered,
    client: open,
    redirectUri: 'http://127.0.0.1:5000/cb',
    expected: 'consent',
  },
  {
    rule: 'a public app with its own scheme is asked about every time',
    session: ada,
    remembered,
    client: open,
    redirectUri: 'com.example.app:/cb',
    expected: 'consent',
  },
  {
    rule: 'a public app with its own scheme goes on after the question',
    session: ada,
    client: open,
    redirectUri: 'com.example.app:/cb',
    progress: allowedByAda,
    expected: 'code profile',
  },
  {
    rule: 'a confidential app on a loopback port proves itself at the token endpoint',
    session: ada,
    remembered,
    redirectUri: 'http://localhost:4000/cb',
    expected: 'code profile',
  },
];

const claims = claimsAskedFor('{"userinfo":{"nickname":null,"email":null}}', ['openid'], SCOPE_NAMES);
const knowsNickname = { ...remembered, grantedScopes: ['profile', 'claim:nickname'], refusedScopes: ['claim:email'] };

const CLAIMS: readonly Case[] = [
  {
    rule: 'a claim that no scope opens is asked for',
    session: ada,
    remembered,
    claims,
    scopes: ['email'],
    expected: 'consent',
  },
  {
    rule: 'a claim that a scope opens is not',
    session: ada,
    remembered,
    claims: claimsAskedFor('{"userinfo":{"email":null}}', ['openid'], SCOPE_NAMES),
    scopes: ['email'],
    expected: 'code email',
  },
  {
    rule: 'a claim that was allowed is remembered, and so is a refusal',
    session: ada,
    remembered: knowsNickname,
    claims,
    expected: 'code claim:nickname',
    scopes: [],
  },
];

describe.each([
  { topic: 'first visit', cases: FIRST },
  { topic: 'OpenID Connect Core §3.1.2.1 prompt', cases: PROMPTS },
  { topic: 'OpenID Connect Core §3.1.2.1 max_age', cases: MAX_AGE },
  { topic: 'OpenID Connect Core §3.1.2.2 whom the app means', cases: MEANT },
  { topic: 'the user decided', cases: DECISIONS },
  { topic: 'RFC 8252 §8.6 which app asks', cases: RECOGNITION },
  { topic: 'OpenID Connect Core §5.5 single claims', cases: CLAIMS },
])('the next step of an authorization request: $topic', ({ cases }) => {
  it.each(cases)('$rule → $expected', (given) => {
    expect(stepFor(given)).toBe(given.expected);
  });
});

/** The step's kind, with the error's code or the scopes behind it. */
function stepFor({ prompt, maxAge, scopes = ['profile'], redirectUri, claims: asked, ...rest }: Case): string {
  const request = {
    prompt: parsePrompt(prompt),
    ...(maxAge === undefined ? {} : { maxAge }),
    scopes,
    ...(asked === undefined ? {} : { claims: asked }),
    redirectUri: redirectUri ?? 'https://acme.example/cb',
  };
  const step = nextStep({ client: confidential, ...rest, request, now: at(10) });
  if (step.kind === 'error') return `error ${step.error}`;
  return step.kind === 'code' ? `code ${step.permissions.join(' ')}` : step.kind;
}
