import { describe, expect, it } from 'vitest';
import { phpQuote, shellQuote } from './quote.js';
import type { SnippetApp } from './snippet-app.js';
import { snippetsFor } from './snippets.js';

const app: SnippetApp = {
  issuer: 'https://id.example',
  clientId: 'client_abc',
  authMethod: 'client_secret_post',
  redirectUri: "https://acme.example/o'auth/$HOME?a=1",
  scope: 'profile email',
};
const code = (id: string, changes: Partial<SnippetApp> = {}, kind = 'server') =>
  snippetsFor({ ...app, ...changes }, kind).find((snippet) => snippet.id === id)?.code ?? '';
const { redirectUri, ...machine } = app;
const ids = (changed: SnippetApp, kind: string) => snippetsFor(changed, kind).map(({ id }) => id);

describe('code snippets', () => {
  it('quote what a shell or PHP would read as code', () => {
    expect(shellQuote("a'b$c")).toBe(String.raw`'a'\''b$c'`);
    expect(phpQuote(String.raw`a'b\c$d`)).toBe(String.raw`'a\'b\\c$d'`);
  });

  it('come in the languages that fit the kind of app', () => {
    expect(ids(app, 'server')).toEqual(['curl', 'node', 'python', 'php']);
    expect(ids(app, 'browser')).toEqual(['html', 'curl']);
    expect(ids({ ...app, redirectUri: 'http://127.0.0.1:8080/cb' }, 'native')).toEqual([
      'curl',
      'node',
      'python',
      'php',
    ]);
    expect(ids({ ...app, redirectUri: 'com.acme.app:/cb' }, 'native')).toEqual(['curl']);
    expect(ids(machine, 'machine')).toEqual(['curl', 'node', 'python', 'php']);
  });

  it("hold the app's own values", () => {
    for (const id of ['curl', 'node', 'python', 'php']) {
      expect(code(id)).toContain('https://id.example');
      expect(code(id)).toContain('client_abc');
      expect(code(id)).toMatch(/profile[ +]email/);
    }
    expect(code('node')).toContain(JSON.stringify(redirectUri));
    expect(code('python')).toContain(JSON.stringify(redirectUri));
    expect(code('php')).toContain(String.raw`'https://acme.example/o\'auth/$HOME?a=1'`);
    expect(code('curl')).toContain(String.raw`'redirect_uri=https://acme.example/o'\''auth/$HOME?a=1'`);
  });

  it('of a public client have no place for a secret', () => {
    for (const { code: text } of snippetsFor({ ...app, authMethod: 'none' }, 'server'))
      expect(text).not.toMatch(/client_?secret/i);
    for (const { code: text } of snippetsFor({ ...app, authMethod: 'none' }, 'browser'))
      expect(text).not.toMatch(/client_?secret/i);
  });

  it('send the secret the way that the app is registered for', () => {
    const basic = { authMethod: 'client_secret_basic' };
    expect(code('curl', basic)).toContain('-u "client_abc:$CLIENT_SECRET"');
    expect(code('node', basic)).toContain('ClientSecretBasic');
    expect(code('python', basic)).toContain('"Basic "');
    expect(code('php', basic)).toContain('Authorization: Basic ');
    expect(code('curl')).toContain('client_secret=$CLIENT_SECRET');
    expect(code('node')).toContain('ClientSecretPost');
  });

  it('of an app that signs assertions are those with a library that signs', () => {
    for (const authMethod of ['private_key_jwt', 'client_secret_jwt']) {
      expect(ids({ ...app, authMethod }, 'server')).toEqual(['node']);
      expect(ids({ ...machine, authMethod }, 'machine')).toEqual(['node']);
    }
    expect(code('node', { authMethod: 'client_secret_jwt' })).toContain('ClientSecretJwt(process.env.CLIENT_SECRET)');
    expect(code('node', { authMethod: 'private_key_jwt' })).toContain('PrivateKeyJwt({ key, kid: jwk.kid })');
    expect(code('node', { authMethod: 'private_key_jwt' })).not.toMatch(/client_?secret/i);
  });

  it('tell libraries to take plain http in development only', () => {
    expect(code('node')).not.toContain('allowInsecureRequests');
    expect(code('node', { issuer: 'http://localhost:3000' })).toContain('allowInsecureRequests');
  });

  it('send cookies over https only where the app is served over https', () => {
    expect(code('node')).toContain('; Secure');
    expect(code('node', { redirectUri: 'http://localhost:8080/cb' })).not.toContain('Secure');
  });
});
