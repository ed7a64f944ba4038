import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMachine, type ApiAnswer, callApi } from '../support/admin-api.js';
import { ADMIN_SCOPES } from '../../src/protocol/admin-scope.js';
import { startApp, type TestApp } from '../support/app.js';
import { type DocumentedOperation, openApiOf, type OpenApi, operationsOf } from '../support/openapi.js';
import { type GoodCall, GOOD_CALLS } from '../support/openapi-calls.js';

let served: TestApp;
let document: OpenApi;
let operations: DocumentedOperation[];
let token: string;
beforeAll(async () => {
  served = await startApp();
  document = await openApiOf(served);
  operations = operationsOf(document);
  ({ token } = await aMachine(served, ADMIN_SCOPES));
});
afterAll(() => served.close());

/** Members that the document does not know are a fault of the document. */
function closed(schema: object): object {
  const entries = Object.entries(schema).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === 'object' && value !== null && !Array.isArray(value) ? closed(value) : value,
  ]);
  const copy = Object.fromEntries(entries) as Record<string, unknown>;
  return copy['type'] === 'object' && copy['properties'] !== undefined
    ? { ...copy, additionalProperties: false }
    : copy;
}

/** Compares an answer with the document: status, headers, media type, body. */
function faultsOf(operation: DocumentedOperation, { status, headers, body }: ApiAnswer): string[] {
  const documented = operation.responses[status];
  if (documented === undefined) return [`${operation.id}: ${status} is not documented`];
  const faults = Object.keys(documented.headers ?? {})
    .filter((name) => headers[name.toLowerCase()] === undefined && name !== 'Retry-After')
    .map((name) => `${operation.id}: ${status} has no ${name}`);
  const [mediaType] = (headers['content-type'] ?? '').split(';');
  const content = documented.content?.[mediaType ?? ''];
  if (documented.content === undefined)
    return Object.keys(body).length === 0 ? faults : [...faults, `${operation.id}: has a body`];
  if (content === undefined) return [...faults, `${operation.id}: ${status} as ${mediaType} is not documented`];
  const validate = validatorOf(content.schema);
  if (validate(body)) return faults;
  return [...faults, `${operation.id}: ${status} ${validator().errorsText(validate.errors)}`];
}

const validator = () => addFormats.default(new Ajv2020.default({ strict: false, allErrors: true }));
const validators = new Map<string, ValidateFunction>();

/** Compiled once: many operations answer alike. */
function validatorOf(schema: object): ValidateFunction {
  const key = JSON.stringify(schema);
  const known = validators.get(key);
  if (known !== undefined) return known;
  const schemas = closed(document.components.schemas);
  const compiled = validator().compile({ ...closed(schema), components: { schemas } });
  validators.set(key, compiled);
  return compiled;
}

/** The good body with values of other kinds in one member: refused or taken, but never a fault of ours. */
const oddValues = (good: GoodCall, member: string): GoodCall[] =>
  [null, 0, '', [], {}, true].map((value) => ({
    path: good.path,
    headers: good.headers ?? {},
    body: Object.assign({}, good.body, { [member]: value }),
  }));

const answered = async (operation: DocumentedOperation, { path, body, headers = {} }: GoodCall) => {
  const call = { headers, ...(body !== undefined && { body }) };
  return callApi(served, token, operation.method, path, call);
};

describe('the OpenAPI document', () => {
  it('is OpenAPI 3.1, and each operation has a good call in this test', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(operations.map(({ id }) => id).toSorted()).toEqual(Object.keys(GOOD_CALLS).toSorted());
  });

  it('says what every operation answers to a good call', async () => {
    const faults: string[] = [];
    for (const operation of operations) {
      const answer = await answered(operation, await GOOD_CALLS[operation.id]!(served));
      if (answer.status >= 300) faults.push(`${operation.id} answered ${answer.status} ${JSON.stringify(answer.body)}`);
      faults.push(...faultsOf(operation, answer));
    }
    expect(faults).toEqual([]);
    console.log(`${operations.length} operations called, good and bad`);
  });

  it('says what every operation answers to bad calls', async () => {
    const faults: string[] = [];
    for (const operation of operations) {
      const good = await GOOD_CALLS[operation.id]!(served);
      const nobody = operation.path.replaceAll(/\{\w+\}/g, '01999999-0000-7000-8000-000000000000');
      const bad: GoodCall[] = [
        { ...good, path: `${good.path}${good.path.includes('?') ? '&' : '?'}no-such-parameter=1` },
        ...(operation.path.includes('{') ? [{ ...good, path: nobody }] : []),
        ...(operation.hasBody
          ? [
              { ...good, body: { 'no-such-member': 1 } },
              { ...good, body: [] },
              ...operation.members.flatMap((member) => oddValues(good, member)),
            ]
          : []),
        ...(good.headers?.['if-match'] === undefined
          ? []
          : [
              { ...good, headers: {} },
              { ...good, headers: { 'if-match': '"old"' } },
            ]),
      ];
      for (const call of bad) {
        const answer = await answered(operation, call);
        if (answer.status >= 500)
          faults.push(`${operation.id} answered ${answer.status} to ${JSON.stringify(call.body)}`);
        faults.push(...faultsOf(operation, answer));
      }
      const stranger = await callApi(served, undefined, operation.method, good.path);
      if (stranger.status !== 401) faults.push(`${operation.id} is open to strangers: ${stranger.status}`);
      const noRateLimit = { ...operation.responses['401'], headers: {} };
      faults.push(...faultsOf({ ...operation, responses: { '401': noRateLimit } }, stranger));
    }
    expect(faults).toEqual([]);
  });
});
