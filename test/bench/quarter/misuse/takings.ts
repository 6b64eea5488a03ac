import { DAYS } from '../calendar.ts';
import type { Plan } from './scene.ts';

/** What is taken along, and what is read to the bottom. */
export const TAKINGS: readonly Plan[] = [
  {
    kind: 'exportBeforeLeaving',
    told: 'Prints the files of half the unit in the last two weeks before leaving.',
    count: [1, 1],
    act({ county, pen, chance, deed, days }) {
      const leavers = county.facts.workers.filter(({ employedUntil }) => employedUntil !== undefined);
      const worker = chance.pick(leavers);
      const { employedUntil = '' } = worker;
      const last = DAYS.filter(({ date }) => date <= employedUntil).slice(-16);
      for (const day of days(worker, 4, last)) {
        let minute = worker.endsAt - 90;
        for (const client of chance.some(county.ofUnit(worker), chance.int(12, 30))) {
          minute = pen.visit({ worker, day, minute, deed }, client, [
            ['opened', 0.3],
            chance.pick(['bundlePrinted', 'narrativePrinted']),
          ]);
        }
      }
    },
  },
  {
    kind: 'printsDripping',
    told: 'Prints a narrative or two a week, of clients of others, for a purpose of one’s own.',
    count: [1, 2],
    act({ county, pen, chance, worker, days, at }) {
      const one = worker(({ duty }) => duty === 'casework');
      for (const day of days(one, chance.int(6, 10))) {
        pen.visit(at(one, day), chance.pick(county.ofUnit(one)), ['opened', 'narrativePrinted']);
      }
    },
  },
  {
    kind: 'wholeHistory',
    told: 'Reads the whole past of a client of the unit with whom there is nothing to do.',
    count: [3, 5],
    act({ county, pen, chance, worker, days, at }) {
      const one = worker(({ duty }) => duty === 'casework');
      const old = county.ofUnit(one).filter(({ knownSince }) => knownSince < '2021');
      const client = chance.pick(old.length > 0 ? old : county.ofUnit(one));
      for (const day of days(one, chance.int(1, 2))) {
        pen.visit(at(one, day), client, [
          'opened',
          'timeline',
          'timeline',
          'timeline',
          'document',
          ['timeline', 0.7],
          ['document', 0.7],
          ['asOf', 0.3],
        ]);
      }
    },
  },
];
