import { describe, expect, test } from 'vitest';
import { definitionOf } from '../../shared/documents/catalogue.ts';
import type { Definition } from '../../shared/documents/definition.ts';
import { newClient } from '../support/case-notes.ts';
import { aDraft, begin, begun, draftsAt, finalise, loadedDefinition, SUMMARY } from '../support/documents.ts';
import { testWorld } from '../support/world.ts';

/** The summary as a newer version has it: without the conclusions, and with a group where a text was. */
function newerSummary(): Definition {
  const delivered = definitionOf(SUMMARY);
  if (delivered === undefined) throw new Error('no such definition');
  return {
    ...delivered,
    oid: '1.2.246.537.6.1506.16009.2030.1.2',
    key: 'yhteenveto_uusi',
    fields: delivered.fields
      .filter(({ key }) => key !== 'johtopaatokset')
      .map((field) =>
        field.key === 'lisatiedot' ? { ...field, type: 'group' as const, fields: [] } : field,
      ),
  };
}

describe('a draft whose definition has got a newer version', () => {
  test('is not made final, is moved to it keeping what fits, and becomes final then', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const root = {
      yhteenveto: { asiasisalto: 'Perhe voi hyvin.' },
      johtopaatokset: 'Tuki päättyy.',
      lisatiedot: 'Ei muuta.',
    };
    const draftId = await begun(worker, clientId, aDraft({ content: { sosiaalihuollon_yhteenveto: root } }));
    const at = `${draftsAt(clientId)}/${draftId}`;
    const early = await worker.call('POST', `${at}/update-definition`, { version: 1 });
    expect([early.status, early.json['code']]).toEqual([409, 'document.notNewer']);

    const newer = newerSummary();
    await loadedDefinition(world, newer);
    expect(await finalise(worker, clientId, draftId)).toMatchObject({
      status: 409,
      json: { code: 'document.staleDefinition', details: { newest: newer.oid } },
    });
    expect((await begin(worker, clientId)).json['code']).toBe('document.staleDefinition');
    expect((await worker.call('GET', at)).json).toMatchObject({
      definitionOid: SUMMARY,
      newerDefinition: newer.oid,
    });

    const moved = await worker.call('POST', `${at}/update-definition`, { version: 1 });
    expect(moved.json).toMatchObject({ version: 2, definitionOid: newer.oid });
    expect(moved.json['dropped']).toEqual(['/yhteenveto_uusi/johtopaatokset', '/yhteenveto_uusi/lisatiedot']);
    expect((await worker.call('GET', at)).json).toMatchObject({
      definitionOid: newer.oid,
      content: { yhteenveto_uusi: { yhteenveto: { asiasisalto: 'Perhe voi hyvin.' } } },
    });
    expect((await worker.call('POST', `${at}/update-definition`, { version: 1 })).status).toBe(412);
    expect((await finalise(worker, clientId, draftId, { draftVersion: 2 })).status).toBe(201);
  });

  test('leaves documents that stand under the version in which they were written', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const told = await finalise(worker, clientId, await begun(worker, clientId));
    await loadedDefinition(world, newerSummary());
    const path = String(told.headers['location']);
    expect((await worker.call('GET', path)).json).toMatchObject({
      definitionOid: SUMMARY,
      content: { sosiaalihuollon_yhteenveto: {} },
    });
    const corrected = await worker.call('POST', `${path}/correct`, {
      version: 1,
      body: {
        document: { serviceTasks: ['families'], content: { sosiaalihuollon_yhteenveto: {} } },
        reason: { ground: 'erroneous', initiator: 'ownInitiative', words: 'Väärä teksti.' },
      },
    });
    expect(corrected.status).toBe(200);
    expect((await worker.call('GET', path)).json).toMatchObject({ definitionOid: SUMMARY, correction: 1 });
  });
});

describe('drafts of documents that nobody finishes', () => {
  test('are seen by the supervisor of the unit, never read, and handed to a successor', async () => {
    const world = await testWorld();
    const leaver = await world.worker('broadResponsibility');
    const successor = await world.worker('broadResponsibility');
    const supervisor = await world.worker('supervisor');
    const other = await world.worker('supervisor', { unitIds: [world.units.adults] });
    const clientId = await newClient(world, leaver);
    const draftId = await begun(leaver, clientId);
    const unit = `/v1/documents/units/${world.units.families}/drafts`;
    expect((await supervisor.call('GET', unit)).json).toEqual({ drafts: [] });
    world.clock.advance(60 * 24 * 100);
    expect((await supervisor.call('GET', unit)).json['drafts']).toEqual([
      { draftId, writerId: leaver.userId, clientId, savedAt: expect.any(String), version: 1 },
    ]);
    expect((await other.call('GET', unit)).status).toBe(403);
    expect((await supervisor.call('GET', `${draftsAt(clientId)}/${draftId}`)).status).toBe(403);

    const handOver = (to: string) =>
      supervisor.call('POST', `/v1/documents/drafts/${draftId}/hand-over`, {
        version: 1,
        body: { writerId: leaver.userId, successorId: to },
      });
    expect((await handOver(supervisor.userId)).json['code']).toBe('draft.successorCannot');
    expect(await handOver(successor.userId)).toMatchObject({ status: 200, json: { version: 2 } });
    expect((await leaver.call('GET', `${draftsAt(clientId)}/${draftId}`)).status).toBe(404);
    const told = await finalise(successor, clientId, draftId, { draftVersion: 2 });
    expect(told.status).toBe(201);
    expect((await successor.call('GET', String(told.headers['location']))).json).toMatchObject({
      author: { userId: successor.userId },
    });
  });

  test('that are made final while they are handed over end in one way', async () => {
    const world = await testWorld();
    const leaver = await world.worker('broadResponsibility');
    const successor = await world.worker('broadResponsibility');
    const supervisor = await world.worker('supervisor');
    const clientId = await newClient(world, leaver);
    const draftId = await begun(leaver, clientId);
    const [final, handed] = await Promise.all([
      finalise(leaver, clientId, draftId),
      supervisor.call('POST', `/v1/documents/drafts/${draftId}/hand-over`, {
        version: 1,
        body: { writerId: leaver.userId, successorId: successor.userId },
      }),
    ]);
    expect([final.status, handed.status].filter((status) => status < 300)).toHaveLength(1);
    for (const { status } of [final, handed]) expect([200, 201, 404, 409, 412]).toContain(status);
  });
});

test('a draft saved on two machines from one version is saved once', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker);
  const draftId = await begun(worker, clientId);
  const save = () =>
    worker.call('PUT', `${draftsAt(clientId)}/${draftId}`, {
      version: 1,
      body: { serviceTasks: [], content: {} },
    });
  const statuses = (await Promise.all([save(), save()])).map(({ status }) => status);
  // The other is told of the newer version, or, where it read while that was being written, to read again.
  expect(statuses.toSorted((a, b) => a - b)).toEqual([200, expect.toBeOneOf([409, 412])]);
});

test('what has not the form of the definition is no draft of it', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker);
  const strange = await begin(
    worker,
    clientId,
    aDraft({ content: { sosiaalihuollon_yhteenveto: { johtopaatokset: 7, uusi: 'x' }, toinen: {} } }),
  );
  expect(strange.json['code']).toBe('document.notValid');
  const paths = (strange.json['findings'] ?? []) as { path: string }[];
  expect(paths.map(({ path }) => path).toSorted()).toEqual([
    '/content/sosiaalihuollon_yhteenveto/johtopaatokset',
    '/content/sosiaalihuollon_yhteenveto/uusi',
    '/content/toinen',
  ]);
  const unknown = await begin(worker, clientId, aDraft({ definitionOid: '1.2.246.9.2020.1.1' }));
  expect([unknown.status, unknown.json['code']]).toEqual([422, 'document.noDefinition']);
  for (const definitionOid of ['../index', '1.2.246.537.6.1506.16009', 7]) {
    expect((await begin(worker, clientId, aDraft({ definitionOid }))).status).toBe(400);
  }
  expect((await begin(worker, clientId, aDraft({ content: null }))).status).toBe(400);
  expect((await begin(worker, clientId, '{"definitionOid":')).status).toBe(400);
});
