import { describe, expect, it } from 'vitest';
import { HOSTILE_REDIRECT_URIS } from '../../test/support/hostile-redirect-uris.js';
import { checkClientMetadata, type ClientMetadataInput, type MetadataFault } from './client-metadata.js';
import { APP_KINDS } from './grant-types.js';

const aServerApp = (changes: Partial<ClientMetadataInput> = {}): ClientMetadataInput => ({
  kind: 'server',
  client_name: 'Acme Photos',
  redirect_uris: ['https://app.example/callback'],
  scope: ['profile'],
  ...changes,
});

const aMachineApp = (changes: Partial<ClientMetadataInput> = {}) =>
  aServerApp({ kind: 'machine', redirect_uris: [], scope: [], ...changes });

const uris = (count: number) => Array.from({ length: count }, (_, index) => `https://app.example/${index}`);

const faultsOf = (input: ClientMetadataInput): readonly MetadataFault[] => {
  const { metadata, faults } = checkClientMetadata(input);
  expect(metadata === undefined).toBe(faults.length > 0);
  return faults;
};

describe('client metadata', () => {
  it('is taken with the defaults of the kind (RFC 7591 §2)', () => {
    expect(checkClientMetadata(aServerApp()).metadata).toEqual({
      kind: 'server',
      clientName: 'Acme Photos',
      clientUri: null,
      redirectUris: ['https://app.example/callback'],
      grantTypes: ['authorization_code', 'refresh_token'],
      tokenEndpointAuthMethod: 'client_secret_basic',
      scopes: ['profile'],
      openid: {},
    });
  });

  it('is taken as it is asked for', () => {
    const { metadata } = checkClientMetadata(
      aServerApp({
        client_name: '  Acme   Photos ',
        client_uri: 'https://acme.example/about',
        grant_types: ['client_credentials', 'authorization_code', 'client_credentials'],
        token_endpoint_auth_method: 'client_secret_post',
        scope: ['email', 'profile', 'email'],
      }),
    );
    const { metadata: lasting } = checkClientMetadata(aServerApp({ scope: ['offline_access'] }));
    expect(lasting?.scopes).toEqual(['offline_access']);
    expect(metadata).toMatchObject({
      clientName: 'Acme Photos',
      clientUri: 'https://acme.example/about',
      grantTypes: ['authorization_code', 'client_credentials'],
      tokenEndpointAuthMethod: 'client_secret_post',
      scopes: ['email', 'profile'],
    });
  });

  it.each(['browser', 'native'])('of a %s app has no secret (RFC 6749 §2.1)', (kind) => {
    expect(checkClientMetadata(aServerApp({ kind })).metadata).toMatchObject({ tokenEndpointAuthMethod: 'none' });
    expect(faultsOf(aServerApp({ kind, token_endpoint_auth_method: 'client_secret_basic' }))).toMatchObject([
      { field: 'token_endpoint_auth_method' },
    ]);
    expect(faultsOf(aServerApp({ kind, grant_types: ['client_credentials'] }))).toMatchObject([
      { field: 'grant_types' },
    ]);
  });

  it.each(['server', 'machine'])('of a %s app is never without client authentication', (kind) => {
    const input = kind === 'server' ? aServerApp() : aMachineApp();
    expect(faultsOf({ ...input, token_endpoint_auth_method: 'none' })).toMatchObject([
      { field: 'token_endpoint_auth_method' },
    ]);
  });

  it('of a machine app knows neither callback URLs nor scopes that a person allows', () => {
    expect(checkClientMetadata(aMachineApp()).metadata).toMatchObject({
      grantTypes: ['client_credentials'],
      redirectUris: [],
      scopes: [],
    });
    expect(faultsOf(aMachineApp({ redirect_uris: ['https://app.example/'] }))).toMatchObject([
      { field: 'redirect_uris', item: 0 },
    ]);
    expect(faultsOf(aMachineApp({ scope: ['profile'] }))).toMatchObject([{ field: 'scope', item: 0 }]);
    expect(faultsOf(aMachineApp({ grant_types: ['authorization_code'] }))).toMatchObject([{ field: 'grant_types' }]);
  });

  it.each<[Partial<ClientMetadataInput>, Partial<MetadataFault>]>([
    [{ kind: 'spa' }, { field: 'kind' }],
    [{ kind: '__proto__' }, { field: 'kind' }],
    [{ kind: '' }, { field: 'kind' }],
    [{ client_name: ' ' }, { field: 'client_name' }],
    [{ client_name: 'Acme\u202e' }, { field: 'client_name' }],
    [{ client_uri: 'JavaScript:alert(1)' }, { field: 'client_uri', index: 0, length: 11 }],
    [{ client_uri: '' }, { field: 'client_uri' }],
    [{ client_uri: 'http://acme.example' }, { field: 'client_uri', index: 0, length: 4 }],
    [{ redirect_uris: [] }, { field: 'redirect_uris' }],
    [
      { redirect_uris: ['https://a.example/', 'https://b.example/#x'] },
      { field: 'redirect_uris', item: 1, index: 18, length: 2 },
    ],
    [{ redirect_uris: ['https://a.example/', 'https://a.example/'] }, { field: 'redirect_uris', item: 1 }],
    [{ redirect_uris: ['com.example.app:/callback'] }, { field: 'redirect_uris', item: 0 }],
    [{ grant_types: ['authorization_code', 'password'] }, { field: 'grant_types', item: 1 }],
    [{ grant_types: ['implicit'] }, { field: 'grant_types', item: 0 }],
    [{ grant_types: ['toString'] }, { field: 'grant_types', item: 0 }],
    [{ token_endpoint_auth_method: 'tls_client_auth' }, { field: 'token_endpoint_auth_method' }],
    [{ token_endpoint_auth_method: '' }, { field: 'token_endpoint_auth_method' }],
    [{ scope: ['profile', 'admin'] }, { field: 'scope', item: 1 }],
    [{ scope: ['admin'] }, { field: 'scope', item: 0 }],
    [
      { scope: ['offline_access'], grant_types: ['authorization_code'] },
      { field: 'scope', item: 0 },
    ],
  ])('with %j has a fault at its place', (changes, place) => {
    const faults = faultsOf(aServerApp(changes));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject(place);
    expect(faults[0]?.message).toMatch(/^[A-Z].*[.:,a-z]$/);
  });

  it('shows every fault at once', () => {
    const input = aServerApp({
      client_name: '',
      redirect_uris: ['https://a.example/#', 'nonsense'],
      grant_types: ['implicit'],
      scope: ['admin', 'root'],
    });
    expect(faultsOf(input).map(({ field }) => field)).toEqual([
      'client_name',
      'redirect_uris',
      'redirect_uris',
      'grant_types',
      'scope',
      'scope',
    ]);
  });

  it('has at most twenty callback URLs', () => {
    expect(faultsOf(aServerApp({ redirect_uris: uris(20) }))).toEqual([]);
    expect(faultsOf(aServerApp({ redirect_uris: uris(21) }))).toMatchObject([{ field: 'redirect_uris' }]);
  });

  it.each(HOSTILE_REDIRECT_URIS)('never holds %j: %s (attack A29)', (uri) => {
    for (const kind of APP_KINDS) {
      expect(faultsOf(aServerApp({ kind, redirect_uris: [uri], scope: [] }))).not.toEqual([]);
    }
  });
});
