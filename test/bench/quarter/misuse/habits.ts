import { addDays } from '../../../../shared/kernel/local-date.ts';
import { DAYS } from '../calendar.ts';
import { stranger } from '../work/without-tie.ts';
import type { Plan } from './scene.ts';

/** Not one person but a way: files are opened because they can be. */
export const HABITS: readonly Plan[] = [
  {
    kind: 'atNight',
    told: 'Reads the files of the unit at home at night.',
    count: [2, 3],
    act({ county, pen, chance, deed, worker, days }) {
      const one = worker(({ duty }) => duty === 'casework');
      for (const day of days(one, chance.int(2, 5))) {
        let minute = chance.int(22 * 60, 26 * 60);
        for (const client of chance.some(county.ofUnit(one), chance.int(2, 8))) {
          minute = pen.visit({ worker: one, day, minute, fromHome: true, deed }, client, [
            'opened',
            ['notes', 0.6],
            ['timeline', 0.3],
          ]);
        }
      }
    },
  },
  {
    kind: 'wandering',
    told: 'On slow afternoons reads one file of the unit after another.',
    count: [2, 3],
    act({ county, pen, chance, deed, worker, days }) {
      const one = worker(({ duty }) => duty === 'casework');
      for (const day of days(one, chance.int(3, 6))) {
        let minute = one.endsAt - chance.int(60, 150);
        for (const client of chance.some(county.ofUnit(one), chance.int(5, 14))) {
          minute = pen.visit({ worker: one, day, minute, deed }, client, ['opened', ['notes', 0.3]]);
        }
      }
    },
  },
  {
    kind: 'afterHandOver',
    told: 'Goes on following a client who was handed over to another.',
    count: [1, 3],
    act({ county, pen, chance, days, at }) {
      const staying = county.handOvers.filter(
        ({ from: one, cases }) =>
          cases.length > 0 &&
          one.employedUntil === undefined &&
          one.absences.every(({ why }) => why !== 'leave'),
      );
      const [handOver] = chance.some(staying, 1);
      if (handOver === undefined) return;
      const { from, on, cases } = handOver;
      const client = county.client(chance.pick(cases).clientId);
      const after = DAYS.filter(({ date }) => date > addDays(on, 1));
      for (const day of days(from, chance.int(2, 5), after))
        pen.visit(at(from, day), client, ['opened', ['notes', 0.5]]);
    },
  },
  {
    kind: 'onHoliday',
    told: 'On holiday or sick, opens files from home.',
    count: [2, 3],
    act({ county, pen, chance, deed, worker }) {
      const one = worker(
        ({ duty, absences }) => duty === 'casework' && absences.some(({ why }) => why === 'holiday'),
      );
      const away = DAYS.filter(({ date }) => one.absences.some(({ from, to }) => from <= date && date <= to));
      for (const day of chance.some(away, chance.int(1, 3))) {
        for (const client of chance.some(county.ofUnit(one), chance.int(1, 3))) {
          const minute = chance.int(9 * 60, 22 * 60);
          pen.visit({ worker: one, day, minute, fromHome: true, deed }, client, ['opened', ['notes', 0.5]]);
        }
      }
    },
  },
  {
    kind: 'deputyBeyondNeed',
    told: 'As a deputy reads the whole histories of the other’s clients, and does nothing for them.',
    count: [1, 2],
    act({ county, pen, chance, deed, days }) {
      const { userId, deputyFor, from, to } = chance.pick(county.facts.deputies);
      const [worker, principal] = [county.worker(userId), county.worker(deputyFor)];
      for (const day of days(
        worker,
        2,
        DAYS.filter(({ date }) => from <= date && date <= to),
      )) {
        let minute = worker.startsAt + chance.int(30, 240);
        for (const client of chance.some(county.ownOf(principal, day), chance.int(3, 7))) {
          minute = pen.visit({ worker, day, minute, deed }, client, [
            'opened',
            'timeline',
            ['timeline', 0.7],
            ['document', 0.5],
          ]);
        }
      }
    },
  },
  {
    kind: 'glassBrokenOften',
    told: 'Breaks the glass week after week for reasons that nobody asks after, and writes nothing.',
    count: [1, 2],
    act({ county, pen, chance, worker, days, at }) {
      const one = worker(({ duty }) => duty === 'casework');
      for (const day of days(one, chance.int(5, 9))) {
        const moment = at(one, day);
        const client = stranger(county, pen, moment);
        const tie = pen.breakGlass(
          moment,
          client,
          chance.pick(['other', 'contactByClient', 'absentColleague']),
        );
        pen.visit({ ...moment, minute: moment.minute + 1 }, client, ['opened', ['notes', 0.7]], tie);
      }
    },
  },
  {
    kind: 'doorsTried',
    told: 'Tries one file after another until one opens.',
    count: [1, 3],
    act({ county, pen, chance, worker, days, at }) {
      const one = worker(({ duty }) => duty === 'casework');
      for (const day of days(one, chance.int(1, 2))) {
        let moment = at(one, day);
        for (let tries = chance.int(4, 9); tries > 0; tries -= 1) {
          const minute = pen.visit(moment, stranger(county, pen, moment), ['opened']);
          moment = { ...moment, minute };
        }
      }
    },
  },
];
