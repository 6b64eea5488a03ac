import { expect, test } from 'vitest';
import * as z from 'zod';
import { Unit } from '../../shared/domain/controllers/model.ts';
import { setUpUnits } from '../../shared/setup.ts';
import { newClient } from '../support/case-notes.ts';
import { act, caseAt, openedCase } from '../support/cases.ts';
import { restrictTo } from '../support/people.ts';
import { testWorld } from '../support/world.ts';

const Document = z.object({
  content: z.object({
    asia_asiakirja: z.looseObject({ asiakas: z.array(z.looseObject({ sukunimi: z.string() })) }),
  }),
  findings: z.array(z.object({ rule: z.string(), path: z.string() })),
});

test('the case document says in national form what is held of a case, and names what is not', async () => {
  const world = await testWorld();
  const { services, controller, units } = world;
  await setUpUnits(
    services,
    controller,
    [
      Unit.parse({
        unitId: units.families,
        name: { fi: 'Perhesosiaalityö' },
        serviceTasks: ['families'],
        from: '2026-01-01',
      }),
    ],
    'test',
  );
  const worker = await world.worker('broadResponsibility');
  const aino = await newClient(world, worker, { name: 'Mallila Aino', code: '010190-900P' });
  const eino = await newClient(world, worker, { name: 'Mallila Eino' });
  const caseId = await openedCase(world, worker, aino, { otherClientIds: [eino] });
  const told = await worker.call('GET', `${caseAt(aino, caseId)}/document`);
  expect(told.json).toMatchObject({
    caseId,
    definition: '1.2.246.537.6.1505.2.2022.6.28',
    content: {
      asia_asiakirja: {
        palvelunjarjestajan_toimintayksikko: { display: 'Perhesosiaalityö' },
        asiakas: [
          {
            sukunimi: 'Mallila',
            etunimet: 'Aino',
            henkilotunnus: { system: 'urn:oid:1.2.246.21', value: '010190-900P' },
            asiaan_liittymishetki: '2026-11-24T08:00:00.000Z',
          },
          { sukunimi: 'Mallila', etunimet: 'Eino' },
        ],
        asian_tiedot: {
          asiatunnus: { value: caseId },
          nimi: { display: 'Perheen tuen tarve' },
          tila: { display: 'Avoin' },
          avauspaiva: '2026-11-24',
          yhteinen_asia: true,
          palvelutehtava: { display: 'Lapsiperheiden palvelut' },
        },
      },
    },
  });
  const { findings } = Document.parse(told.json);
  expect(new Set(findings.map(({ rule }) => rule))).toEqual(
    // Of Eino a list shows no identity code; of the codes, the lists are not loaded.
    new Set(['document.missingConditional', 'document.identityMissing', 'document.codeMissing']),
  );
  await act(worker, aino, caseId, 'close', { closedOn: '2026-11-24', ground: 'needEnded' });
  expect((await worker.call('GET', `${caseAt(aino, caseId)}/document`)).json).toMatchObject({
    content: {
      asia_asiakirja: { asian_tiedot: { paattymispaiva: '2026-11-24', tila: { display: 'Päätetty' } } },
    },
  });
  await restrictTo(world, eino, [worker.userId]);
  const reader = await world.worker('broadResponsibility');
  const { content } = Document.parse((await reader.call('GET', `${caseAt(aino, caseId)}/document`)).json);
  expect(content.asia_asiakirja.asiakas).toHaveLength(1);
});
