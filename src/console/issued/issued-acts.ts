import type { ActsOn } from '../acts/act.js';
import { type Consent, CONSENTS, type Grant, GRANTS, type Token, TOKENS } from './issued-views.js';

export const CONSENT_ACTS: ActsOn<Consent> = {
  list: { label: 'Connected apps', url: CONSENTS },
  hasPages: false,
  read: (api, id) => api.GET('/api/v1/consents/{id}', { params: { path: { id } } }),
  nameOf: ({ client_name: name }) => name,
  acts: {
    withdraw: {
      question: ({ client_name: app, username }) => `Disconnect ${app} from ${username}?`,
      consequences: ({ client_name: app, username }) => [
        `Every token that ${app} has for ${username} ends at once.`,
        'The app has to ask again, on the consent page, before it gets another one.',
        'What the app has copied already stays with it.',
      ],
      submit: 'Disconnect',
      isDanger: true,
      notice: 'ended',
      run: (api, { id }) => api.DELETE('/api/v1/consents/{id}', { params: { path: { id } } }),
    },
  },
};

export const GRANT_ACTS: ActsOn<Grant> = {
  list: { label: 'Authorizations', url: GRANTS },
  hasPages: false,
  read: (api, id) => api.GET('/api/v1/grants/{id}', { params: { path: { id } } }),
  nameOf: ({ client_name: name }) => name,
  acts: {
    revoke: {
      question: ({ client_name: app, username }) => `Revoke what ${app} may do for ${username}?`,
      consequences: () => [
        'Its access tokens and its refresh token end at once.',
        'The app gets others when the user comes by, without a question: to have it ask again, disconnect it.',
      ],
      submit: 'Revoke',
      isDanger: true,
      notice: 'ended',
      run: (api, { id }) => api.DELETE('/api/v1/grants/{id}', { params: { path: { id } } }),
    },
  },
};

export const TOKEN_ACTS: ActsOn<Token> = {
  list: { label: 'Access tokens', url: TOKENS },
  hasPages: false,
  read: (api, id) => api.GET('/api/v1/tokens/{id}', { params: { path: { id } } }),
  nameOf: ({ client_name: name }) => name,
  acts: {
    revoke: {
      question: ({ client_name: app }) => `Revoke this token of ${app}?`,
      lead: ({ username }) => (username === null ? 'The app has it for itself.' : `It opens data of ${username}.`),
      consequences: ({ grant_id: grantId }) => [
        'It opens nothing from now on.',
        grantId === null
          ? 'The app can get another one with its secret: to stop it, suspend the app.'
          : 'An app with a refresh token gets another one: to end that as well, revoke the authorization.',
      ],
      submit: 'Revoke',
      isDanger: true,
      notice: 'ended',
      run: (api, { id }) => api.DELETE('/api/v1/tokens/{id}', { params: { path: { id } } }),
    },
  },
};
