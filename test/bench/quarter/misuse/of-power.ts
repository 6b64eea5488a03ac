import type { Plan } from './scene.ts';

/** Those whose task opens more than others'. */
export const OF_POWER: readonly Plan[] = [
  {
    kind: 'supervisorLooksAtStaff',
    told: 'A supervisor looks whether a worker of the county is a client, and reads.',
    count: [1, 2],
    act({ county, pen, chance, worker, days, at }) {
      const one = worker(({ duty }) => duty === 'supervision');
      const selves = county.facts.workers.flatMap((able) => county.lives.of(able).self ?? []);
      const client = chance.pick(selves);
      for (const day of days(one, chance.int(1, 2))) {
        const moment = at(one, day);
        pen.list(moment, 'searched', [client], { kind: 'intake', reference: one.grantId });
        pen.visit({ ...moment, minute: moment.minute + 1 }, client, ['opened', ['notes', 0.7]]);
      }
    },
  },
  {
    kind: 'secretaryOfAllUnits',
    told: 'The office sees every unit: somebody of the own circle is looked at between invoices.',
    count: [1, 2],
    act({ county, pen, chance, worker, days, at }) {
      const one = worker(({ role }) => role === 'administrative');
      const { acquaintances, relatives, household, past, neighbours } = county.lives.of(one);
      const circle = [...household, ...relatives, ...past, ...acquaintances, ...neighbours];
      for (const day of days(one, chance.int(1, 4))) {
        for (const client of chance.some(circle, chance.int(1, 2)))
          pen.visit(at(one, day), client, ['opened', ['documents', 0.6], ['document', 0.4]]);
      }
    },
  },
  {
    kind: 'logReadForOneself',
    told: 'The data-protection officer reads in the log of an acquaintance where that one has been a client.',
    count: [1, 1],
    act({ county, pen, chance, worker, days, at }) {
      const one = worker(({ duty }) => duty === 'dataProtection');
      const client = chance.pick(county.lives.of(one).acquaintances);
      for (const day of days(one, chance.int(1, 3)))
        pen.visit(at(one, day), client, ['logOfClient'], { kind: 'supervision' });
    },
  },
];
