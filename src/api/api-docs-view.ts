import type { OpenAPIObject } from '@nestjs/swagger';
import type { ApiDocsView, ApiFieldView, ApiOperationView } from '../pages/api-docs/api-docs.page.js';

type PathItem = OpenAPIObject['paths'][string];
type OperationObject = NonNullable<PathItem['get']>;

/** As far as this page looks into it. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The document as a page: its operations by resource. */
export function apiDocsView(document: OpenAPIObject, documentUrl: string): ApiDocsView {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation === undefined
        ? []
        : [{ tag: operation.tags?.[0] ?? '', view: viewOf({ document, method, path, operation }) }];
    }),
  );
  const byTag = Map.groupBy(operations, ({ tag }) => tag);
  return {
    documentUrl,
    resources: [...byTag].map(([name, found]) => ({ name, operations: found.map(({ view }) => view) })),
  };
}

interface Found {
  readonly document: OpenAPIObject;
  readonly method: string;
  readonly path: string;
  readonly operation: OperationObject;
}

function viewOf({ document, method, path, operation }: Found): ApiOperationView {
  const { operationId: id = '', summary = '', description, security = [], responses } = operation;
  return {
    id,
    method: method.toUpperCase(),
    path,
    summary,
    ...(description !== undefined && { description }),
    scope: security.flatMap(({ machine = [] }) => machine).join(' '),
    parameters: parametersOf(operation),
    members: membersOf(document, operation),
    answers: Object.entries(responses).map(([status, response]) => ({
      status,
      description: response !== undefined && 'description' in response ? response.description : '',
    })),
  };
}

function parametersOf({ parameters = [] }: OperationObject): ApiFieldView[] {
  return parameters.flatMap((parameter) => {
    if (!('name' in parameter)) return [];
    const { name, required = false, description, schema = {} } = parameter;
    return [fieldView(name, { ...(schema as Schema), ...(description !== undefined && { description }) }, required)];
  });
}

function membersOf(document: OpenAPIObject, { requestBody }: OperationObject): ApiFieldView[] {
  if (requestBody === undefined || !('content' in requestBody)) return [];
  const schema = resolved(document, requestBody.content['application/json']?.schema ?? {});
  const required = new Set(schema.required);
  return Object.entries(schema.properties ?? {}).map(([name, member]) => fieldView(name, member, required.has(name)));
}

function resolved({ components }: OpenAPIObject, schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : (components?.schemas?.[name] ?? {});
}

function fieldView(
  name: string,
  { type = 'string', format, enum: values, description }: Schema,
  isRequired: boolean,
): ApiFieldView {
  const kind = [type].flat().join(' or ');
  const exact = values === undefined ? (format === undefined ? kind : `${kind} (${format})`) : values.join(' | ');
  return { name, type: exact, isRequired, ...(description !== undefined && { description }) };
}
