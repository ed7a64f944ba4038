import { type ApiDocsView, apiDocsPage } from '../../../src/pages/api-docs/api-docs.page.js';
import { ADA } from './people.js';
import { type Sample, samplesOf } from './sample.js';

const DOCS: ApiDocsView = {
  documentUrl: '/api/v1/openapi.json',
  resources: [
    {
      name: 'users',
      operations: [
        {
          id: 'listUsers',
          method: 'GET',
          path: '/api/v1/users',
          summary: 'Users, the newest first unless sorted otherwise',
          scope: 'admin:users:read',
          parameters: [{ name: 'limit', type: 'integer', isRequired: false, description: 'Rows of a page' }],
          members: [],
          answers: [{ status: '200', description: 'One page' }],
        },
        {
          id: 'updateUser',
          method: 'PATCH',
          path: '/api/v1/users/{id}',
          summary: 'Change a user: claims, status, role',
          description: 'An absent member stays as it is. Disabling a user, or another role, ends all of their logins.',
          scope: 'admin:users:write',
          parameters: [{ name: 'If-Match', type: 'string', isRequired: true }],
          members: [{ name: 'status', type: 'active | disabled', isRequired: false }],
          answers: [
            { status: '200', description: 'Done' },
            { status: '412', description: 'precondition-failed: It was changed meanwhile' },
          ],
        },
      ],
    },
  ],
};

export function apiSamples(): Sample[] {
  return [
    ...samplesOf(apiDocsPage, { document: DOCS, empty: { ...DOCS, resources: [] } }),
    ...samplesOf(apiDocsPage, { 'signed-in': DOCS }, { viewer: ADA }),
  ];
}
