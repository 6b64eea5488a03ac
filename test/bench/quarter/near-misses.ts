import { DAYS } from './calendar.ts';
import type { Plan } from './misuse/scene.ts';
import { VISITS } from './visits.ts';

/** What looks like misuse and is work: each is right, and whoever is asked can say so. */
export const NEAR_MISSES: readonly Plan[] = [
  {
    kind: 'courtAtNight',
    told: 'A statement is due in court in the morning: one’s own client’s file is read to the bottom in the evening.',
    count: [4, 7],
    act({ county, pen, chance, deed, worker, days }) {
      const one = worker(({ duty, post }) => duty === 'casework' && post === 'Sosiaalityöntekijä');
      const [day] = days(one, 1);
      const [client] = day === undefined ? [] : chance.some(county.ownOf(one, day), 1);
      if (day === undefined || client === undefined) return;
      const minute = chance.int(19 * 60, 22 * 60);
      pen.visit({ worker: one, day, minute, fromHome: true, deed }, client, [
        ...VISITS.statement.slice(0, 8),
        'documentSaved',
        'documentFinalised',
      ]);
    },
  },
  {
    kind: 'weekendCatchUp',
    told: 'Writes up the week on a Saturday.',
    count: [4, 8],
    act({ county, pen, chance, deed, worker }) {
      const one = worker(({ duty }) => duty === 'casework');
      const [day] = chance.some(
        DAYS.filter(({ weekday }) => weekday === 6),
        1,
      );
      if (day === undefined) return;
      let minute = chance.int(9 * 60, 15 * 60);
      for (const client of chance.some(county.ownOf(one, day), chance.int(3, 10))) {
        minute = pen.visit({ worker: one, day, minute, fromHome: true, deed }, client, VISITS.write) + 10;
      }
    },
  },
  {
    kind: 'afterHoliday',
    told: 'Back from holiday: goes through what happened to each client meanwhile.',
    count: [6, 10],
    act({ county, pen, chance, deed, worker, days }) {
      const one = worker(
        ({ duty, absences }) => duty === 'casework' && absences.some(({ why }) => why === 'holiday'),
      );
      const back = one.absences.find(({ why }) => why === 'holiday')?.to ?? '';
      const [day] = days(one, 1, DAYS.filter(({ date }) => date > back).slice(0, 3));
      if (day === undefined) return;
      let minute = one.startsAt + 5;
      for (const client of chance.some(county.ownOf(one, day), chance.int(20, 45))) {
        minute = pen.visit({ worker: one, day, minute, deed }, client, ['opened', ['notes', 0.5]]);
      }
    },
  },
  {
    kind: 'sickColleague',
    told: 'A colleague fell ill: calls off the appointments of the day from the files.',
    count: [6, 10],
    act({ county, pen, chance, deed, worker, days }) {
      const one = worker(({ duty }) => duty === 'casework');
      const [day] = days(one, 1);
      const ill = chance.pick(
        county.facts.workers.filter(
          (other) => other.unitId === one.unitId && other !== one && other.duty === 'casework',
        ),
      );
      if (day === undefined) return;
      let minute = one.startsAt + 15;
      for (const client of chance.some(county.ownOf(ill, day), chance.int(4, 9))) {
        minute =
          pen.visit({ worker: one, day, minute, deed }, client, [
            'opened',
            ['booked', 0.6],
            ['noteWritten', 0.4],
          ]) + 3;
      }
    },
  },
  {
    kind: 'relativeInNeed',
    told: 'A relative’s emergency comes to the worker’s own turn: opened, acted on, written down, passed on.',
    count: [2, 3],
    act({ county, pen, chance, deed }) {
      const turn = chance.pick(
        county.facts.onCall.filter(
          ({ userId }) => county.lives.of(county.worker(userId)).relatives.length > 0,
        ),
      );
      const worker = county.worker(turn.userId);
      const day = DAYS.find(({ date }) => date === turn.on);
      if (day === undefined) return;
      const client = chance.pick(county.lives.of(worker).relatives);
      pen.visit({ worker, day, minute: chance.int(turn.from + 20, turn.to - 60), deed }, client, [
        'opened',
        'noteWritten',
        ['booked', 0.5],
      ]);
    },
  },
  {
    kind: 'neighbourOfOwnWork',
    told: 'Somebody of the same house is the worker’s own client, as it goes in a small town.',
    count: [4, 8],
    act({ pen, chance, county, deed, worker, days, at }) {
      const one = worker(({ duty }) => duty === 'casework');
      const [first] = DAYS.slice(20);
      const own = first === undefined ? [] : county.ownOf(one, first);
      const near = own.filter(({ address }) => address.street === one.address.street);
      const [client] = chance.some(near.length > 0 ? near : own, 1);
      if (client === undefined) return;
      for (const day of days(one, 4)) pen.visit({ ...at(one, day), deed }, client, VISITS.write);
    },
  },
  {
    kind: 'namesakeBrokenGlass',
    told: 'A namesake, no relation, comes to the door of the wrong unit and is helped.',
    count: [2, 4],
    act({ county, pen, chance, worker, days, at }) {
      const one = worker((able) => able.duty === 'casework' && county.named(able.family).length > 3);
      for (const day of days(one, 1)) {
        const moment = at(one, day);
        const client = county
          .named(one.family)
          .find((able) => county.tieOf(one, able, day, moment.minute) === undefined);
        if (client === undefined) return;
        const tie = pen.breakGlass(moment, client, chance.pick(['contactByClient', 'urgentNeed']));
        pen.visit(
          { ...moment, minute: moment.minute + 2 },
          client,
          ['opened', ['notes', 0.3], 'noteWritten'],
          tie,
        );
      }
    },
  },
  {
    kind: 'colleaguesOwnWorker',
    told: 'A colleague is a client, and this worker is the one who was named for it.',
    count: [2, 3],
    act({ county, pen, chance, deed, days, at }) {
      const selves = county.facts.workers.flatMap((one) => county.lives.of(one).self ?? []);
      const { clientId } = chance.pick(selves);
      const own = county.facts.cases.find((one) => one.clientId === clientId)?.responsible.at(-1);
      if (own === undefined) return;
      const worker = county.worker(own.userId);
      for (const day of days(
        worker,
        5,
        DAYS.filter(({ date }) => date >= own.from),
      )) {
        pen.visit(
          { ...at(worker, day), deed },
          county.client(clientId),
          chance.pick([VISITS.write, VISITS.plan, VISITS.look]),
        );
      }
    },
  },
  {
    kind: 'banSeenInWork',
    told: 'Under a safety ban too a client has a worker, who needs the address for a home visit.',
    count: [4, 7],
    act({ county, pen, chance, deed, days, at }) {
      const banned = county.facts.cases.filter(({ clientId }) => county.client(clientId).safetyBan);
      const { clientId, responsible } = chance.pick(banned);
      const own = responsible.at(-1);
      if (own === undefined) return;
      const worker = county.worker(own.userId);
      for (const day of days(
        worker,
        3,
        DAYS.filter(({ date }) => date >= own.from),
      )) {
        pen.visit({ ...at(worker, day), deed }, county.client(clientId), [
          'opened',
          ['baseHistory', 0.5],
          ['network', 0.5],
          'noteWritten',
        ]);
      }
    },
  },
  {
    kind: 'newsInOwnWork',
    told: 'The one of whom the newspaper wrote has a worker, who has much to do that week.',
    count: [1, 2],
    act({ county, pen, chance, deed, days, at }) {
      const { clientId } = chance.pick(county.lives.celebrities);
      const own = county.facts.cases.find((one) => one.clientId === clientId)?.responsible.at(-1);
      if (own === undefined) return;
      const worker = county.worker(own.userId);
      for (const day of days(
        worker,
        9,
        DAYS.filter(({ date }) => date >= own.from),
      )) {
        pen.visit(
          { ...at(worker, day), deed },
          county.client(clientId),
          chance.pick([VISITS.write, VISITS.draft, VISITS.look]),
        );
      }
    },
  },
];
