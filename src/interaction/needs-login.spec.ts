import { describe, expect, it } from 'vitest';
import { parsePrompt } from '../protocol/prompt.js';
import { interactionNeedsLogin, type LoginProgress, needsLogin } from './needs-login.js';

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000);
const opened: LoginProgress = { createdAt: at(0), loginAt: null, isSwitchingAccount: false };
const signedIn: LoginProgress = { ...opened, loginAt: at(5) };
const old = { authTime: at(-1_000) };
const fresh = { authTime: at(4) };

interface Case {
  readonly rule: string;
  readonly prompt?: string;
  readonly maxAge?: number;
  readonly session?: { readonly authTime: Date } | undefined;
  readonly progress?: LoginProgress;
  readonly expected: boolean;
}

const CASES: readonly Case[] = [
  { rule: 'no session: sign in', expected: true },
  { rule: 'a session is enough when nothing else is asked', session: old, expected: false },
  { rule: 'prompt=login asks although there is a session', prompt: 'login', session: old, expected: true },
  { rule: 'prompt=login asks in a new interaction', prompt: 'login', session: old, progress: opened, expected: true },
  {
    rule: 'prompt=login is satisfied by a login for this request',
    prompt: 'login',
    session: fresh,
    progress: signedIn,
    expected: false,
  },
  {
    rule: 'prompt=login is not satisfied when the login step kept an old session',
    prompt: 'login',
    session: old,
    progress: signedIn,
    expected: true,
  },
  {
    rule: 'prompt=login is not satisfied by a login in another tab',
    prompt: 'login',
    session: fresh,
    progress: opened,
    expected: true,
  },
  { rule: 'prompt=consent alone needs no login', prompt: 'consent', session: old, expected: false },
  { rule: 'prompt=none alone needs no login', prompt: 'none', session: old, expected: false },
  { rule: 'prompt=select_account asks once', prompt: 'select_account', session: old, expected: true },
  {
    rule: 'prompt=select_account is satisfied by keeping the account',
    prompt: 'select_account',
    session: old,
    progress: signedIn,
    expected: false,
  },
  { rule: 'prompt=create asks once', prompt: 'create', session: old, expected: true },
  {
    rule: 'prompt=create is satisfied by the step',
    prompt: 'create',
    session: fresh,
    progress: signedIn,
    expected: false,
  },
  { rule: 'max_age that has passed asks again', maxAge: 999, session: old, expected: true },
  { rule: 'max_age that has not passed does not', maxAge: 1_010, session: old, expected: false },
  { rule: 'max_age=0 asks again', maxAge: 0, session: fresh, expected: true },
  { rule: 'max_age=0 is satisfied by a login for it', maxAge: 0, session: fresh, progress: signedIn, expected: false },
  {
    rule: 'max_age is not satisfied when the step kept an old session',
    maxAge: 60,
    session: old,
    progress: signedIn,
    expected: true,
  },
  {
    rule: 'switching accounts asks although a login was made',
    session: fresh,
    progress: { ...signedIn, isSwitchingAccount: true },
    expected: true,
  },
];

describe('OpenID Connect Core §3.1.2.1 when a person must sign in', () => {
  it.each(CASES)('$rule', ({ prompt, maxAge, session, progress, expected }) => {
    const demand = { prompt: parsePrompt(prompt), ...(maxAge === undefined ? {} : { maxAge }) };
    expect(needsLogin(demand, session, progress, at(10))).toBe(expected);
  });

  it.each([
    [{ prompt: 'login consent' }, true],
    [{ max_age: '5' }, true],
    [{ max_age: '5000' }, false],
    [{ scope: 'email' }, false],
  ])('reads the demand from a waiting request: %j', (parameters, expected) => {
    expect(interactionNeedsLogin({ ...opened, parameters }, old, at(10))).toBe(expected);
  });
});
