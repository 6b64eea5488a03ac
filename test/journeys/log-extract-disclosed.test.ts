import { expect, test } from 'vitest';
import * as z from 'zod';
import { givenParts } from '../../shared/domain/log-requests/given-parts.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { plusMinutes } from '../../shared/kernel/instant.ts';
import { readCheckpoint } from '../../shared/tlog/checkpoint.ts';
import { sealLog } from '../../shared/trail/sealing/seal-log.ts';
import { verifyExtract } from '../../shared/trail/verifying/verify-extract.ts';
import { newClient } from '../support/case-notes.ts';
import { finished } from '../support/documents.ts';
import { linesOf } from '../support/dump.ts';
import { text } from '../support/people.ts';
import { printsAt } from '../support/prints.ts';
import { memorySealer } from '../support/sealing.ts';
import { testWorld } from '../support/world.ts';

const Extract = z.looseObject({
  checkpoint: z.string(),
  lines: z.array(
    z.looseObject({
      index: z.int(),
      opened: z.array(z.looseObject({ name: z.string(), value: z.unknown() })),
    }),
  ),
});

test('a client is told to whom the own data were handed out and by which law, in the extract with its proof and on paper with the place in the log (703/2023 § 11)', async () => {
  const world = await testWorld();
  const log = memorySealer(world.services);
  world.services.sealedLog = () => log.sealer;
  const worker = await world.worker('broadResponsibility');
  const officer = await world.worker('dataProtectionOfficer', {
    unitIds: [],
    specialRights: ['readAccessLog'],
  });
  const clientId = await newClient(world, worker);
  const documentIds = [await finished(worker, clientId)];
  world.clock.advance(1);
  const givenTo = { recipient: 'court', purpose: 'courtProceedings', provision: '808/2019 42 §' };
  const bundle = await worker.call('POST', `${printsAt(clientId)}/bundle`, {
    body: { documentIds, givenTo },
  });
  expect(bundle.status).toBe(200);
  const of = `/v1/log-requests/clients/${clientId}/requests`;
  const asked = {
    receivedOn: '2026-11-24',
    channel: 'letter',
    asker: 'client',
    identity: 'identityDocument',
  };
  const requestId = text(await officer.call('POST', of, { body: asked }), 'requestId');
  const answer = { version: 1, body: { outcome: 'given' } };
  expect((await officer.call('POST', `${of}/${requestId}/answer`, answer)).status).toBe(200);
  const printed = async (language: string): Promise<string> => {
    const told = await officer.call('GET', `${of}/${requestId}/letter?language=${language}`);
    expect(told.status, told.body).toBe(200);
    return told.body ?? '';
  };
  expect(await printed('en')).toContain('The log was not sealed yet when this was printed.');
  await world.drained();
  await sealLog(log.sealer, world.controller, { begin: plusMinutes(world.clock.now(), -120) });

  const told = await officer.call('GET', `${of}/${requestId}/extract`);
  const { checkpoint, lines } = Extract.parse(told.json);
  expect(verifyExtract(told.json, await log.sealer.keyOf(world.controller)).findings).toEqual([]);
  const [disclosed, ...others] = lines.filter(({ opened }) =>
    opened.some(({ name }) => name.startsWith('disclosure.')),
  );
  expect(others).toEqual([]);
  const opened = new Map(disclosed?.opened.map(({ name, value }) => [name, value]));
  expect(Object.fromEntries([...opened].filter(([name]) => name.startsWith('disclosure.')))).toMatchObject({
    'disclosure.on': '2026-11-24',
    'disclosure.recipient': { kind: 'court' },
    'disclosure.purpose': 'courtProceedings',
    'disclosure.ground': { kind: 'provision', provision: '808/2019 42 §' },
  });

  const head = readCheckpoint(checkpoint.slice(0, checkpoint.lastIndexOf('\n\n') + 1));
  for (const [language, recipient, proof] of [
    ['fi', 'Luovutettu 24.11.2026: tuomioistuin (808/2019 42 §)', 'sointu-extract/1'],
    ['sv', 'domstol (808/2019 42 §)', 'Kontrollsumman'],
    ['en', 'court (808/2019 42 §)', 'JSON'],
  ] as const) {
    const html = await printed(language);
    expect(html.replaceAll('&#43;', '+').replaceAll('&#x3D;', '=')).toContain(head?.root.toString('base64'));
    expect(html).toContain(String(head?.size));
    expect(html).toContain(`>${disclosed?.index}<`);
    expect(html).toContain(recipient);
    expect(html).toContain(proof);
    expect(html).toContain(requestId);
  }

  // The same line, had it been about another client's data beside: to this one nothing of the disclosure is opened.
  const [line] = (await linesOf(world.services)).filter(({ disclosure }) => disclosure !== undefined);
  if (line?.disclosure === undefined) throw new Error('no such line');
  const other = ClientId.parse('01KBN4PZ00000000000000000A');
  const ofOther = { ...line, disclosure: { ...line.disclosure, client: other } };
  const own = new Set([clientId]);
  const gives = (event: typeof line) =>
    givenParts(own, event, { named: true })({ name: 'disclosure.recipient', value: {} });
  expect([gives(line), gives(ofOther)]).toEqual([true, false]);
});
