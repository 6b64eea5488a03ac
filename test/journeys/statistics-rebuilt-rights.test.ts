import { expect, test } from 'vitest';
import * as z from 'zod';
import { CaseId } from '../../shared/kernel/id.ts';
import { anyClient } from '../support/access-log.ts';
import { applied, planOfAssistance } from '../support/assistance.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import {
  actOn,
  decisionsOf,
  delegated,
  draftOf,
  prepare,
  workerInPost,
  workingAgeText,
} from '../support/decisions.ts';
import { actOn as actOnMatter, matterAt } from '../support/intake.ts';
import { done } from '../support/matters.ts';
import { text } from '../support/people.ts';
import { rebuiltFromNothing } from '../support/rebuilt.ts';
import { OF } from '../support/rebuilt-kinds.ts';
import { approved, at, closedFile, disposed, gathered, listAt, rowsOf } from '../support/retention.ts';
import { CASE } from '../support/siblings.ts';
import { handler, REASONS, recorded, done as stepDone } from '../support/subject-requests.ts';
import { testWorld } from '../support/world.ts';

/** It is Tuesday 24 November 2026. All facts of a controller are lost and made anew from its register, kind by kind. */

const FORM = { form: 'form' };

test('of an application for social assistance: that it is one, its talk, its completion, and that it was decided', async () => {
  const {
    world,
    worker,
    clientId,
    matterId,
    at: inFile,
  } = await applied({ assistance: { wantsTalk: true } });
  done(
    await actOnMatter(worker, matterAt(matterId), '/urgency', { result: 'urgent', grounds: 'Ruoka loppui.' }),
  );
  const talk = { kind: 'contact', on: '2026-11-24', words: 'Keskusteltiin.', talkHeld: true };
  done(await worker.call('POST', matterAt(matterId, '/handlings'), { body: talk }));
  const { record } = z
    .object({ record: z.looseObject({}) })
    .parse(done(await worker.call('GET', matterAt(matterId))));
  for (const services of [[], ['socialAssistance']]) {
    done(
      await actOnMatter(worker, matterAt(matterId), '/record', { record: { ...record, services } }, 'PUT'),
    );
  }
  const decider = await workerInPost(world, 'arranging', { name: 'Leena Laaja' });
  await delegated(world, { kind: '11047', postIds: [decider.postId], roles: [] });
  const opened = await actOnMatter(worker, inFile, '/open-case', {
    ...CASE(world),
    name: 'Toimeentulotuki',
    responsibleWorkerId: worker.userId,
    workerIds: [decider.userId],
  });
  const caseId = CaseId.parse(text(opened, 'caseId'));
  const { deadlines } = z
    .object({
      deadlines: z.array(z.looseObject({ rule: z.string(), deadlineId: z.string(), version: z.int() })),
    })
    .parse(done(await worker.call('GET', `/v1/deadlines/clients/${clientId}`)));
  const asked = deadlines.find(({ rule }) => rule === 'assistanceDecision');
  const time = `/v1/deadlines/clients/${clientId}/deadlines/${asked?.deadlineId ?? ''}`;
  const pause = { version: asked?.version ?? 0, body: { on: '2026-11-24', until: '2026-12-08' } };
  done(await worker.call('POST', `${time}/pause`, pause));
  const { lisatietojen_antaja } = workingAgeText().tyoikaisten_palvelupaatos.paatos;
  const draftId = await draftOf(worker, clientId, {
    caseId,
    kind: '11047',
    version: '2023.9.27',
    content: {
      paatos_taydentavasta_tai_ehkaisevasta_toimeentulotuesta: {
        ratkaisu_ja_perustelut: 'Myönnetään, koska asunto on välttämätön.',
        lisatietojen_antaja,
      },
    },
  });
  const plan = planOfAssistance('preventiveAssistance', { draftId, answers: [matterId] });
  const prepared = await prepare(worker, clientId, { caseId, kind: '11047', ...plan });
  const decision = `${decisionsOf(clientId)}/${text(prepared, 'decisionId')}`;
  done(await actOn(worker, decision, 'propose', { to: decider.userId }));
  const signed = { draftVersion: 1, impartial: true, signatureType: 'electronic' };
  done(await actOn(decider, decision, 'issue', signed));
  expect(await rebuiltFromNothing(world)).toEqual(expect.arrayContaining(OF.assistance));
});

test('of what persons ask of their data and of who used them, and of who is told that nothing is held', async () => {
  const world = await worldOf(PROFILES.K);
  const [worker, manager, officer] = await Promise.all([
    world.worker('broadResponsibility'),
    handler(world, 'management'),
    world.worker('dataProtectionOfficer', { unitIds: [], specialRights: ['readAccessLog'] }),
  ]);
  const clientId = await anyClient(world, worker);
  const given = await recorded(worker, clientId, FORM);
  await stepDone(manager, given, 'extend', { months: 1, toldOn: '2026-11-24', reasons: REASONS });
  for (const _ of [1, 2]) {
    await stepDone(manager, given, 'decide', { outcome: 'granted', delivery: { mode: 'copy' } });
  }
  const refused = await recorded(worker, clientId, {
    ...FORM,
    kind: 'rectification',
    words: 'Päivä on väärä.',
  });
  await stepDone(manager, refused, 'decide', {
    outcome: 'refused',
    grounds: ['notErroneous'],
    reasons: REASONS,
  });
  await stepDone(manager, await recorded(worker, clientId, FORM), 'withdraw');
  const nobody = {
    personalIdentityCode: '010190-900P',
    name: 'Keksitty Kysyjä',
    receivedOn: '2026-11-20',
    identity: 'identityDocument',
  };
  done(await manager.call('POST', '/v1/data-subject-requests/no-data', { body: nobody }));

  const of = (rest: string): string => `/v1/log-requests/clients/${clientId}/${rest}`;
  const asked = { receivedOn: '2026-11-20', channel: 'letter', asker: 'client' };
  for (const what of ['answer', 'withdraw']) {
    const body = { ...asked, words: 'Kuka on katsonut?' };
    const path = of(
      `requests/${text(await officer.call('POST', of('requests'), { body }), 'requestId')}/${what}`,
    );
    done(
      await officer.call('POST', path, {
        ...(what === 'answer' ? { body: { outcome: 'given' } } : {}),
        version: 1,
      }),
    );
  }
  const suspicion = { ...asked, origin: 'client', suspected: { userIds: [worker.userId] }, words: REASONS };
  const misuseId = text(await officer.call('POST', of('misuse'), { body: suspicion }), 'misuseId');
  const explained = { view: 'lawful', grounds: REASONS, reasons: REASONS, measures: [] };
  done(await officer.call('POST', of(`misuse/${misuseId}/answer`), { body: explained, version: 1 }));
  expect(await rebuiltFromNothing(world)).toEqual(expect.arrayContaining(OF.requests));
});

test('of disposal: what was held back, kept, destroyed; what was destroyed is counted and told by nothing', async () => {
  const world = await testWorld();
  await closedFile(world, { nth: 931 });
  const held = await closedFile(world, { nth: 933, name: 'Kiellon Kaisa' });
  const kept = await closedFile(world, { nth: 932, name: 'Pidetty Pia' });
  const [archivist, manager] = [await world.worker('archive'), await world.worker('management')];
  const before = await rebuiltFromNothing(world);
  at(world, '2036-12-05');
  await gathered(world);
  const row = (await rowsOf(archivist, '2036-12')).find(({ unitId }) => unitId.includes(kept.clientId));
  const keep = { ground: 'neededForMatter', until: '2037-01-10' };
  const path = `${listAt('2036-12')}/units/${row?.unitId ?? ''}/keep`;
  done(await archivist.call('POST', path, { body: keep, version: row?.version ?? 0 }));
  await approved(archivist, manager, '2036-12');
  const hold = { ground: 'courtCase', reviewBy: '2037-11-30' };
  done(await archivist.call('POST', `/v1/retention/clients/${held.clientId}/holds`, { body: hold }));
  at(world, '2036-12-13');
  expect(await disposed(world)).toMatchObject({ destroyed: 1, failed: 0 });
  const after = await rebuiltFromNothing(world);
  expect(after).toEqual(expect.arrayContaining([...before, ...OF.disposal]));
});
