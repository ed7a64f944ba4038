/** What the suite is told. */
export interface Prepared {
  readonly issuer: string;
  readonly alias: string;
  readonly person: { readonly username: string; readonly password: string };
  readonly basic: SuiteClient;
  readonly second: SuiteClient;
  readonly post: SuiteClient;
  readonly initialAccessToken: string;
}

interface SuiteClient {
  readonly client_id: string;
  readonly client_secret: string;
}

type Command = readonly (string | number)[];

interface Task {
  readonly task: string;
  readonly match: string;
  readonly optional?: boolean;
  readonly commands: readonly Command[];
}

/** The page that the suite's own addresses end with. */
const COMPLETE: Task = {
  task: 'Back at the suite',
  match: '*/test/*/callback*',
  commands: [['wait', 'id', 'submission_complete', 10]],
};

/**
 * The suite's configuration for every plan in plans.json. Its browser finds our pages by the ids of their inputs and
 * buttons, which never change: `username`, `password`, `login-submit`, `consent-allow`, `select-continue`,
 * `form-post-continue`, `logout-confirm`.
 */
export function suiteConfiguration(prepared: Prepared): object {
  const { issuer, alias, basic, second, post, initialAccessToken } = prepared;
  return {
    alias,
    description: 'Doorward',
    publish: 'summary',
    server: { discoveryUrl: `${issuer}/.well-known/openid-configuration`, login_hint: prepared.person.username },
    client: { ...basic, initial_access_token: initialAccessToken, client_name: 'Certification' },
    client2: { ...second, initial_access_token: initialAccessToken, client_name: 'Certification two' },
    client_secret_post: post,
    browser: [authorization(prepared), logout(issuer)],
    override: overrides(prepared),
  };
}

function login({ issuer, person }: Prepared): Task {
  return {
    task: 'Login',
    match: `${issuer}/login*`,
    optional: true,
    commands: [
      ['text', 'id', 'username', person.username],
      ['text', 'id', 'password', person.password],
      ['click', 'id', 'login-submit'],
    ],
  };
}

function consent(issuer: string): Task {
  return { task: 'Consent', match: `${issuer}/consent*`, optional: true, commands: [['click', 'id', 'consent-allow']] };
}

function authorization(prepared: Prepared) {
  const { issuer } = prepared;
  return { match: `${issuer}/authorize*`, tasks: [login(prepared), consent(issuer), COMPLETE] };
}

function logout(issuer: string) {
  const confirm: Task = {
    task: 'Confirm the logout',
    match: `${issuer}/logout*`,
    optional: true,
    commands: [['click', 'id', 'logout-confirm', 'optional']],
  };
  const back: Task = {
    task: 'Back at the suite',
    match: '*/test/*/post_logout_redirect*',
    optional: true,
    commands: [],
  };
  return { match: `${issuer}/logout*`, tasks: [confirm, back] };
}

/** Modules that end with a picture of one of our pages. */
function overrides(prepared: Prepared): Record<string, object> {
  const { issuer } = prepared;
  const picture = (id: string, match: string): object => ({
    browser: [{ match: `${issuer}/authorize*`, tasks: [pictureOf(id, match)] }],
  });
  const errorPage = picture('main', `${issuer}/authorize*`);
  const loginPage = picture('login-submit', `${issuer}/login*`);
  return {
    'oidcc-response-type-missing': errorPage,
    'oidcc-ensure-registered-redirect-uri': errorPage,
    'oidcc-ensure-redirect-uri-in-authorization-request': errorPage,
    'oidcc-redirect-uri-query-added': errorPage,
    'oidcc-redirect-uri-query-mismatch': errorPage,
    'oidcc-registration-logo-uri': loginPage,
    'oidcc-registration-policy-uri': loginPage,
    'oidcc-registration-tos-uri': loginPage,
    'oidcc-prompt-login': secondLogin(prepared),
    'oidcc-max-age-1': secondLogin(prepared),
  };
}

function pictureOf(id: string, match: string): Task {
  return { task: 'Picture of the page', match, commands: [['wait', 'id', id, 10, '.*', 'update-image-placeholder']] };
}

/** The second time the person signs in again, and the suite keeps a picture of the login page. */
function secondLogin(prepared: Prepared): object {
  const again: Task = {
    ...login(prepared),
    commands: [['wait', 'id', 'username', 10, '.*', 'update-image-placeholder-optional'], ...login(prepared).commands],
  };
  return {
    browser: [{ match: `${prepared.issuer}/authorize*`, tasks: [again, consent(prepared.issuer), COMPLETE] }],
  };
}
