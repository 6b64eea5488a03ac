import { DAYS } from '../calendar.ts';
import type { Plan } from './scene.ts';

/** People whom one knows or has read of. */
export const KNOWN_PEOPLE: readonly Plan[] = [
  {
    kind: 'celebrity',
    told: 'A newspaper wrote of somebody, and within days several look who have no part in it.',
    count: [2, 2],
    act({ county, pen, chance, deed, worker, days, at }) {
      const client = chance.pick(county.lives.celebrities);
      const news = chance.int(10, 75);
      for (let curious = chance.int(3, 7); curious > 0; curious -= 1) {
        const one = worker(({ duty }) => duty === 'casework' || duty === 'intake');
        for (const day of days(one, 1, DAYS.slice(news, news + 5))) {
          const moment = { ...at(one, day), deed };
          if (chance.is(0.6)) {
            pen.list(moment, 'searched', county.named(client.family), {
              kind: 'intake',
              reference: one.grantId,
            });
          }
          pen.visit({ ...moment, minute: moment.minute + 1 }, client, [
            'opened',
            ['notes', 0.6],
            ['timeline', 0.3],
          ]);
        }
      }
    },
  },
  {
    kind: 'colleague',
    told: 'Looks at the file of a colleague.',
    count: [2, 4],
    act({ county, pen, chance, worker, days, at }) {
      const selves = county.facts.workers.flatMap((one) => county.lives.of(one).self ?? []);
      const client = chance.pick(selves);
      const one = worker((able) => able.duty === 'casework' && county.lives.of(able).self !== client);
      for (const day of days(one, chance.int(1, 3))) {
        pen.visit(at(one, day), client, ['opened', ['notes', 0.5], ['document', 0.3]]);
      }
    },
  },
  {
    kind: 'acquaintanceOnCall',
    told: 'On call, where every file opens, looks at somebody of the own circle of whom nobody rang.',
    count: [3, 5],
    act({ county, pen, chance, deed }) {
      const turn = chance.pick(county.facts.onCall.filter(({ from }) => from >= 16 * 60));
      const worker = county.worker(turn.userId);
      const { acquaintances, relatives, past, neighbours } = county.lives.of(worker);
      const day = DAYS.find(({ date }) => date === turn.on);
      if (day === undefined) return;
      for (const client of chance.some(
        [...acquaintances, ...relatives, ...past, ...neighbours],
        chance.int(1, 3),
      )) {
        const minute = chance.int(turn.from + 30, turn.to - 30);
        pen.visit({ worker, day, minute, deed }, client, [
          'opened',
          ['notes', 0.6],
          ['network', 0.3],
          ['timeline', 0.3],
        ]);
      }
    },
  },
  {
    kind: 'acquaintanceByUnit',
    told: 'Looks at an acquaintance who is a client of the same unit: no register knows that they know each other.',
    count: [3, 6],
    act({ pen, chance, couple, days, at }) {
      const { worker, client } = couple('acquaintances', 'unit');
      for (const day of days(worker, chance.int(1, 5))) {
        pen.visit(at(worker, day), client, ['opened', ['notes', 0.5], ['timeline', 0.3], ['document', 0.2]]);
      }
    },
  },
  {
    kind: 'searchesOnly',
    told: 'Never opens a file: searches for those of the own circle, to see who is a client.',
    count: [2, 4],
    act({ county, pen, chance, worker, days, at }) {
      const one = worker(({ duty, role }) => duty === 'casework' && role !== 'implementing');
      const { acquaintances, relatives, household, neighbours } = county.lives.of(one);
      const circle = [...acquaintances, ...relatives, ...household, ...neighbours.slice(0, 4)];
      for (const day of days(one, chance.int(1, 3))) {
        let moment = at(one, day);
        for (const client of chance.some(circle, chance.int(2, 6))) {
          const hits = chance.is(0.5) ? [client] : county.named(client.family);
          pen.list(moment, 'searched', hits, { kind: 'intake', reference: one.grantId });
          moment = { ...moment, minute: moment.minute + 1 };
        }
      }
    },
  },
  {
    kind: 'codesInSeries',
    told: 'Looks up a list of identity codes for somebody outside.',
    count: [1, 2],
    act({ county, pen, chance, worker, days, at }) {
      const one = worker(({ duty, role }) => duty === 'casework' && role !== 'implementing');
      for (const day of days(one, chance.int(1, 3))) {
        let moment = at(one, day);
        for (const client of chance.some(county.clients, chance.int(10, 30))) {
          pen.list(moment, 'searched', [client], { kind: 'intake', reference: one.grantId });
          moment = { ...moment, minute: moment.minute + chance.pick([0.4, 0.6, 1]) };
        }
      }
    },
  },
];
