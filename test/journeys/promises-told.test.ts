import { expect, test } from 'vitest';
import * as z from 'zod';
import { anyClient } from '../support/access-log.ts';
import { openedCase } from '../support/cases.ts';
import { askForService } from '../support/client-services.ts';
import { PROFILES, reached, worldOf } from '../support/controllers.ts';
import { planBody, prepare } from '../support/decisions.ts';
import { aClient } from '../support/disclosures.ts';
import { publicPage, publishedNotice } from '../support/notices.ts';
import {
  AN_INSPECTION,
  done,
  handler,
  letter,
  PROOF,
  REASONS,
  recorded,
  requestsOf,
  waitingOf,
} from '../support/subject-requests.ts';

/** What controllers promised to tell, whom to turn to, and what their registers are of. */

test('in Uusikaupunki the notice tells how the officer is reached, and a request goes to that officer [U-2.2]', async () => {
  const dpo = reached('Tietosuojavastaava', { address: 'PL 20, Keksittylä', email: 'tietosuoja@example.fi' });
  const world = await worldOf({ ...PROFILES.U, controller: { ...PROFILES.U.controller, dpo } });
  await publishedNotice(await world.worker('mainUser'), await world.worker('dataProtectionOfficer'));
  const { body = '' } = await publicPage(world, 'KEUSOTE');
  for (const said of ['Tietosuojavastaava, Keksitty Nimi, PL 20, Keksittylä, 02 000 0000', dpo.email ?? '']) {
    expect(body).toContain(said);
  }
  const [worker, officer] = [
    await world.worker('broadResponsibility'),
    await handler(world, 'dataProtectionOfficer'),
  ];
  const clientId = await anyClient(world, worker);
  const told = await worker.call('POST', requestsOf(clientId), { body: AN_INSPECTION });
  expect(told.json).toMatchObject({ addressee: 'dataProtectionOfficer' });
  expect(await waitingOf(officer, clientId)).toHaveLength(1);
});

test('in Uusikaupunki the notice and each refusal say where to complain, and that it limits no other remedy [U-14.1]', async () => {
  const world = await worldOf(PROFILES.U);
  await publishedNotice(await world.worker('mainUser'), await world.worker('dataProtectionOfficer'));
  const [worker, manager] = [await world.worker('broadResponsibility'), await handler(world, 'management')];
  const clientId = await anyClient(world, worker);
  const told = [(await publicPage(world, 'KEUSOTE')).body ?? ''];
  for (const kind of ['inspection', 'rectification', 'erasure', 'restriction']) {
    const path = await recorded(worker, clientId, { kind });
    await done(manager, path, 'decide', {
      outcome: 'refused',
      grounds: ['excessive'],
      reasons: REASONS,
      proof: PROOF,
    });
    told.push(await letter(manager, path));
  }
  for (const text of told) {
    expect(text).toContain('oikeus tehdä valitus valvontaviranomaiselle');
    expect(text).toContain('ei rajoita muita muutoksenhakukeinoja eikä oikeussuojakeinoja');
  }
});

test('in Loimaa there is a form to ask to see data and one to demand their correction, for the client to fill in [L-10.13, L-11.11]', async () => {
  const world = await worldOf(PROFILES.L);
  for (const [kind, title, asked] of [
    ['inspection', 'Henkilötietojen tarkastuspyyntö', 'Mitä tietoja pyydän'],
    ['rectification', 'Henkilötietojen oikaisupyyntö', 'Oikea tieto'],
  ] as const) {
    const { body = '' } = await publicPage(world, `KEUSOTE/forms/${kind}`);
    for (const said of [title, 'johtava sosiaalityöntekijä', 'Henkilötunnus', asked, 'Allekirjoitus']) {
      expect(body).toContain(said);
    }
  }
});

const Types = z.object({
  services: z.array(z.looseObject({ socialService: z.string(), act: z.string(), enabled: z.boolean() })),
});

test('in Huittinen the register is of services under the Social Welfare Act: child welfare, disability, assistance and family law lie outside it [H-1.1]', async () => {
  const world = await worldOf(PROFILES.H);
  const worker = await world.worker('broadResponsibility');
  const { services } = Types.parse((await worker.call('GET', '/v1/services/types')).json);
  const outside = services.filter(({ act }) =>
    /^(417\/2007|675\/2023|1412\/1997|775\/2022|361\/1983)/.test(act),
  );
  expect(outside.length).toBeGreaterThan(8);
  expect(outside.filter(({ enabled }) => enabled)).toEqual([]);
  expect(PROFILES.H.registers[0]?.name).toContain('Sosiaalihuoltolain mukaisten palvelujen');
  const clientId = await aClient(world, worker);
  const caseId = await openedCase(world, worker, clientId, {
    serviceTasks: ['families'],
    responsibleWorkerId: worker.userId,
  });
  for (const [socialService, code] of [
    ['childWelfareOpenCare', 'service.notEnabled'],
    ['socialAssistance', 'service.notEnabled'],
  ]) {
    const told = await askForService(worker, clientId, caseId, { socialService });
    expect(told.json).toMatchObject({ code });
  }
});

test('in Joutsa each service in use names the act by which it is given [J-1.5]', async () => {
  const world = await worldOf(PROFILES.J);
  const worker = await world.worker('broadResponsibility');
  const { services } = Types.parse((await worker.call('GET', '/v1/services/types')).json);
  const inUse = services.filter(({ enabled }) => enabled);
  expect(inUse.map(({ socialService }) => socialService).toSorted()).toEqual(
    PROFILES.J.services.enabled.toSorted(),
  );
  expect(
    inUse.filter(({ act }) => !/^\d+\/\d{4}/.test(act)).map(({ socialService }) => socialService),
  ).toEqual([]);
});

test('a decision names laws of the controller’s own list, as it writes them, and no others [J-1.3]', async () => {
  const world = await worldOf(PROFILES.J);
  const worker = await world.worker('broadResponsibility', { serviceTasks: ['workingAge', 'families'] });
  const clientId = await aClient(world, worker);
  const caseId = await openedCase(world, worker, clientId, {
    serviceTasks: ['workingAge'],
    responsibleWorkerId: worker.userId,
  });
  const plan = (laws: string[]) => ({
    caseId,
    kind: '11052',
    ...planBody({ socialServices: ['socialWork'], laws }),
  });
  expect((await prepare(worker, clientId, plan(['417/2007', '675/2023']))).json).toMatchObject({
    code: 'decision.notValid',
    findings: [{ rule: 'decision.lawListed', path: '/body/laws/1' }],
  });
  const made = await prepare(worker, clientId, plan(['301/2014', '417/2007']));
  expect(made.status, made.body).toBe(201);
  const read = await worker.call('GET', String(made.headers['location']));
  expect(read.json).toMatchObject({ laws: ['301/2014', '417/2007'] });
});
