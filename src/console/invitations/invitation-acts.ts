import type { ActsOn } from '../acts/act.js';
import { BACK, type Invitation } from './invitation-views.js';

export const INVITATION_ACTS: ActsOn<Invitation> = {
  list: BACK,
  hasPages: false,
  read: (api, id) => api.GET('/api/v1/invitations/{id}', { params: { path: { id } } }),
  nameOf: ({ email }) => email,
  acts: {
    resend: {
      question: ({ email }) => `Mail ${email} another link?`,
      consequences: () => ['The new link works once, for seven days.', 'The link before it ends.'],
      submit: 'Send it again',
      notice: 'done',
      run: (api, { id }) => api.POST('/api/v1/invitations/{id}/resend', { params: { path: { id } } }),
    },
    withdraw: {
      question: ({ email }) => `Withdraw the invitation of ${email}?`,
      consequences: () => ['The link that was mailed ends.', 'They can be invited again.'],
      submit: 'Withdraw',
      isDanger: true,
      notice: 'done',
      run: (api, { id }) => api.POST('/api/v1/invitations/{id}/withdraw', { params: { path: { id } } }),
    },
  },
};
