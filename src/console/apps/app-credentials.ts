import type { ConsoleSecretView } from '../../pages/console-secret/console-secret.page.js';
import { fact } from '../../pages/console-views.js';
import { type RegisteredApp, urlOf } from './app-views.js';

/** What of a new app is shown once. */
export function credentialsView(app: RegisteredApp): ConsoleSecretView {
  const { client_secret: secret, registration_access_token: token } = app;
  return {
    title: `${app.client_name} is registered`,
    lead: 'Copy what you need now: secrets are kept as digests only and not shown again.',
    facts: [
      fact('Client id', { code: app.client_id }),
      fact('Key for signing state values', { code: app.state_key }),
      ...(secret === null ? [] : [fact('Registration access token', { code: token })]),
    ],
    secret:
      secret === null
        ? { id: 'registration-token', label: 'Registration access token', value: token }
        : { id: 'client-secret', label: 'Client secret', value: secret },
    next: { label: 'I have copied it', url: urlOf(app) },
  };
}
