import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClientService } from '../../src/clients/client.service.js';
import { ConsentService } from '../../src/consent/consent.service.js';
import { Interaction } from '../../src/interaction/interaction.entity.js';
import { InteractionService } from '../../src/interaction/interaction.service.js';
import { type TestApp, startApp } from '../support/app.js';
import { aClient, aUser } from '../support/builders.js';

let served: TestApp;

beforeAll(async () => {
  served = await startApp();
});
afterAll(() => served.close());

async function anInteraction(changes: Partial<Interaction> = {}): Promise<string> {
  const id = v7();
  const createdAt = new Date();
  await served.source.getRepository(Interaction).insert({
    id,
    browserDigest: Buffer.alloc(32),
    clientId: 'client_x',
    parameters: {},
    isSwitchingAccount: false,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + 60_000),
    ...changes,
  });
  return id;
}

describe('an interaction', () => {
  it('is consumed by exactly one of many at once', async () => {
    const interactions = served.app.get(InteractionService);
    for (let round = 0; round < 50; round += 1) {
      const id = await anInteraction();
      const results = await Promise.all(Array.from({ length: 8 }, () => interactions.consume(id)));
      expect(results.filter(Boolean)).toHaveLength(1);
    }
  });

  it.each([
    ['consumed', { consumedAt: new Date() }],
    ['expired by the clock of the database', { expiresAt: new Date(Date.now() - 1_000) }],
  ])('that is %s takes no step and cannot be consumed', async (_state, changes) => {
    const interactions = served.app.get(InteractionService);
    const id = await anInteraction(changes);
    expect(await interactions.mark(id, { consentDecision: 'granted' })).toBe(false);
    expect(await interactions.consume(id)).toBe(false);
    const row = await served.source.getRepository(Interaction).findOneByOrFail({ id });
    expect(row.consentDecision).toBeNull();
  });
});

describe('a consent', () => {
  it('keeps every answer when several are given at once', async () => {
    const [consents, clients] = [served.app.get(ConsentService), served.app.get(ClientService)];
    const scopes = ['email', 'offline_access', 'phone', 'profile'];
    const client = await clients.find((await aClient(served)).clientId);
    if (client === undefined) throw new Error('the client was not found');
    for (let round = 0; round < 20; round += 1) {
      const { id } = await aUser(served);
      await Promise.all(scopes.map((scope) => consents.decide(id, client, { asked: [scope], allowed: [scope] })));
      const consent = await consents.find(id, client.rowId);
      expect(consent?.grantedScopes.toSorted()).toEqual(scopes);
    }
  });
});
