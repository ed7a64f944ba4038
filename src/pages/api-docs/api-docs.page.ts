import { definePage } from '../define-page.js';

/** A parameter, a header, or a member of the body. */
export interface ApiFieldView {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly description?: string;
}

export interface ApiOperationView {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  readonly scope: string;
  readonly parameters: readonly ApiFieldView[];
  readonly members: readonly ApiFieldView[];
  readonly answers: readonly { readonly status: string; readonly description: string }[];
}

export interface ApiDocsView {
  readonly documentUrl: string;
  readonly resources: readonly { readonly name: string; readonly operations: readonly ApiOperationView[] }[];
}

/** The OpenAPI document, to read. */
export const apiDocsPage = definePage<ApiDocsView>('api-docs', 'panel');
