import type { TestApp } from './app.js';

/** An operation as the OpenAPI document describes it. */
export interface DocumentedOperation {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, with `{parameters}`. */
  readonly path: string;
  readonly scope: string;
  readonly responses: Readonly<Record<string, ResponseDocument>>;
  readonly parameters: readonly ParameterDocument[];
  readonly hasBody: boolean;
  /** Names of the body's members. */
  readonly members: readonly string[];
}

export interface ResponseDocument {
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}

export interface ParameterDocument {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
}

interface OperationDocument {
  readonly operationId: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly responses: Readonly<Record<string, ResponseDocument>>;
  readonly parameters?: readonly ParameterDocument[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: { $ref?: string } }>> };
}

export interface OpenApi {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationDocument>>>>;
  readonly components: { readonly schemas: Record<string, object> };
}

/** The document as the server serves it to strangers. */
export async function openApiOf({ app, issuer }: TestApp): Promise<OpenApi> {
  const answer = await app.inject({ url: '/api/v1/openapi.json', headers: { host: new URL(issuer).host } });
  return answer.json<OpenApi>();
}

/** Every operation of the document. */
export function operationsOf({ paths, components }: OpenApi): DocumentedOperation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      id: operation.operationId,
      method: method.toUpperCase() as DocumentedOperation['method'],
      path: path.replace('/api/v1', ''),
      scope: operation.security.flatMap(({ machine = [] }) => machine)[0] ?? '',
      responses: operation.responses,
      parameters: operation.parameters ?? [],
      hasBody: operation.requestBody !== undefined,
      members: membersOf(components.schemas, operation.requestBody),
    })),
  );
}

function membersOf(schemas: Record<string, object>, requestBody: OperationDocument['requestBody']): string[] {
  const name = requestBody?.content['application/json']?.schema.$ref?.split('/').at(-1) ?? '';
  const { properties = {} } = (schemas[name] ?? {}) as { properties?: object };
  return Object.keys(properties);
}
