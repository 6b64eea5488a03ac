import { DAYS } from '../calendar.ts';
import type { County } from '../county.ts';
import type { Pen } from '../pen.ts';

/** Sosiaalipäivystys: at any hour, about anybody, mostly children and substance use; the family is looked at too. */
export function onCall(county: County, pen: Pen): void {
  const { chance } = pen;
  for (const turn of county.facts.onCall) {
    const day = DAYS.find(({ date }) => date === turn.on);
    const worker = county.worker(turn.userId);
    if (day === undefined) continue;
    for (let calls = chance.about(5, 2.5); calls > 0; calls -= 1) {
      const client = chance.pick(county.clients);
      let minute = chance.int(turn.from + 5, turn.to - 30);
      const fromHome = chance.is(0.5);
      pen.list({ worker, day, minute, fromHome }, 'searched', [client], {
        kind: 'intake',
        reference: worker.grantId,
      });
      minute = pen.visit({ worker, day, minute: minute + 1, fromHome }, client, [
        'opened',
        ['network', 0.5],
        ['notes', 0.4],
        ['timeline', 0.15],
      ]);
      for (const { clientId } of client.relations) {
        if (chance.is(0.5)) pen.visit({ worker, day, minute, fromHome }, county.client(clientId), ['opened']);
      }
      // One call in eight comes to nothing: what was read is not written about.
      if (chance.is(0.12)) continue;
      const written = Math.min(minute + chance.int(20, 120), turn.to);
      pen.visit({ worker, day, minute: written, fromHome }, client, ['noteWritten', ['booked', 0.1]]);
    }
  }
}
