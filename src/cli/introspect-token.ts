import type { IntrospectionResponse } from '../protocol/token-response.js';
import { OperatorIntrospection } from '../token/operator-introspection.service.js';
import { TokenModule } from '../token/token.module.js';
import { printJson, printLines } from './output.js';
import { timeText } from './time-text.js';
import { readToken } from './token-input.js';
import { withServices } from './with-database.js';

export interface IntrospectTokenOptions {
  readonly file?: string;
  readonly json?: true;
}

/**
 * `doorward token introspect`
 * @throws CommandFailure when there is no token to look into
 */
export async function introspectToken({ file, json }: IntrospectTokenOptions): Promise<void> {
  const token = await readToken(file);
  const answer = await withServices('read', (services) => services.get(OperatorIntrospection).describe(token), [
    TokenModule,
  ]);
  if (json) return printJson(answer);
  return printLines(...linesOf(answer));
}

function linesOf(answer: IntrospectionResponse): string[] {
  if (!answer.active) return ['It opens nothing: it has ended, was revoked, or never was a token of this server.'];
  const { token_type: type, client_id: client, sub, username, scope, aud, iat, exp } = answer;
  return [
    `It is live: ${type === 'Bearer' ? 'an access token' : 'a refresh token'}.`,
    '',
    `  App      ${client}`,
    `  Subject  ${username === undefined ? sub : `${sub} (${username})`}`,
    `  Scope    ${scope === '' ? '-' : scope}`,
    ...(aud === undefined ? [] : [`  For      ${aud}`]),
    `  Issued   ${timeText(new Date(iat * 1000))}`,
    `  Ends     ${timeText(new Date(exp * 1000))}`,
  ];
}
