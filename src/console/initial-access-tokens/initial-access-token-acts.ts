import type { ActsOn } from '../acts/act.js';
import { BACK, type InitialAccessToken } from './initial-access-token-views.js';

export const INITIAL_TOKEN_ACTS: ActsOn<InitialAccessToken> = {
  list: BACK,
  hasPages: false,
  read: (api, id) => api.GET('/api/v1/initial-access-tokens/{id}', { params: { path: { id } } }),
  nameOf: ({ label }) => label,
  acts: {
    revoke: {
      question: ({ label }) => `Revoke the token “${label}”?`,
      consequences: ({ used_count: count }) => [
        'No further app can register with it.',
        `Apps that registered with it stay: ${count} did so far.`,
        'This cannot be undone.',
      ],
      submit: 'Revoke',
      isDanger: true,
      notice: 'ended',
      run: (api, { id }) => api.DELETE('/api/v1/initial-access-tokens/{id}', { params: { path: { id } } }),
    },
  },
};
