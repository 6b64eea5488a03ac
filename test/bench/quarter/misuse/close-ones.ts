import { VISITS } from '../visits.ts';
import type { Plan, Scene } from './scene.ts';

/** A look now and then, never more than a page or two. */
function peek(
  { pen, chance, at, days, county }: Scene,
  { worker, client }: ReturnType<Scene['couple']>,
  times: number,
): void {
  for (const day of days(worker, times)) {
    const moment = at(worker, day);
    if (county.tieOf(worker, client, day, moment.minute) === undefined && chance.is(0.3)) {
      pen.list(moment, 'searched', county.named(client.family), {
        kind: 'intake',
        reference: worker.grantId,
      });
    }
    pen.visit(moment, client, [
      'opened',
      ['notes', 0.4],
      ['timeline', 0.25],
      ['network', 0.15],
      ['document', 0.25],
    ]);
  }
}

/** Oneself and one's own: whoever looks at these has no task there. */
export const CLOSE_ONES: readonly Plan[] = [
  {
    kind: 'ownFile',
    told: 'Reads the own file, because the unit lets it open.',
    count: [2, 3],
    act(scene) {
      const { county, worker, pen, days, at } = scene;
      const self = worker((one) => county.lives.of(one).self !== undefined);
      const { self: client } = county.lives.of(self);
      if (client === undefined) return;
      for (const day of days(self, scene.chance.int(1, 4)))
        pen.visit(at(self, day), client, ['opened', ['notes', 0.5], ['documents', 0.5]]);
    },
  },
  {
    kind: 'householdByUnit',
    told: 'Follows what colleagues write of somebody at home.',
    count: [2, 3],
    act: (scene) => peek(scene, scene.couple('household', 'unit'), scene.chance.int(2, 7)),
  },
  {
    kind: 'relativeByUnit',
    told: 'Looks at a relative who is a client of the same unit.',
    count: [3, 5],
    act: (scene) => peek(scene, scene.couple('relatives', 'unit'), scene.chance.int(1, 4)),
  },
  {
    kind: 'relativeTried',
    told: 'Tries to open the file of a relative and is refused.',
    count: [2, 4],
    act: (scene) => peek(scene, scene.couple('relatives', 'none'), scene.chance.int(1, 3)),
  },
  {
    kind: 'formerSpouseBrokenGlass',
    told: 'Opens the file of a former spouse for a reason that is not true.',
    count: [2, 4],
    act(scene) {
      const { pen, chance, at, days } = scene;
      const { worker, client } = scene.couple('past', 'none');
      for (const day of days(worker, chance.int(1, 2))) {
        const moment = at(worker, day);
        const tie = pen.breakGlass(
          moment,
          client,
          chance.pick(['contactByClient', 'absentColleague', 'other']),
        );
        pen.visit(
          { ...moment, minute: moment.minute + 2 },
          client,
          ['opened', 'notes', ['timeline', 0.6], ['network', 0.5], ['document', 0.5]],
          tie,
        );
      }
    },
  },
  {
    kind: 'formerSpouseDrip',
    told: 'Looks at a former spouse’s child once a week through the quarter, a page at a time.',
    count: [1, 3],
    act(scene) {
      peek(scene, scene.couple('past', 'unit'), scene.chance.int(8, 13));
    },
  },
  {
    kind: 'neighbourByUnit',
    told: 'Curious about somebody of the same house.',
    count: [2, 4],
    act: (scene) => peek(scene, scene.couple('neighbours', 'unit'), scene.chance.int(1, 3)),
  },
  {
    kind: 'addressBehindBan',
    told: 'Looks up where somebody lives who has a safety ban, for another.',
    count: [2, 3],
    act({ county, pen, chance, worker, days, at }) {
      const one = worker(
        (able) => able.duty === 'casework' && county.ofUnit(able).some(({ safetyBan }) => safetyBan),
      );
      const client = chance.pick(county.ofUnit(one).filter(({ safetyBan }) => safetyBan));
      for (const day of days(one, chance.int(1, 2)))
        pen.visit(at(one, day), client, ['opened', 'baseHistory', ['network', 0.6]]);
    },
  },
  {
    kind: 'writtenForShow',
    told: 'Looks at a relative and writes an entry of nothing, so that it looks like work.',
    count: [1, 2],
    act(scene) {
      const { worker, client } = scene.couple('relatives', 'unit');
      for (const day of scene.days(worker, scene.chance.int(1, 3)))
        scene.pen.visit(scene.at(worker, day), client, VISITS.write);
    },
  },
];
