import { startDeadline } from '../../shared/domain/deadlines/start-deadline.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { addDays, LocalDate } from '../../shared/kernel/local-date.ts';
import { newId } from '../../shared/new-id.ts';
import { actingContext } from '../support/deadlines.ts';
import type { County } from './county.ts';
import { type Filler, fill } from './fill.ts';

const FIRST_DAY = LocalDate.parse('2026-01-02');
/** Some are late by now and some are to come. */
const DAYS = 320;

/** So many more times that run in the unit, of as many clients; the law's own rule and last day. */
export async function fillDeadlines({ world, bare }: County, count: number): Promise<void> {
  const { services, units } = world;
  const context = actingContext(world);
  function* times(): Generator<Filler, void> {
    for (let place = 0; place < count; place += 1) {
      const clientId = ClientId.parse(newId(services));
      const { deadline } = startDeadline(context, {
        rule: 'protectionAssessmentStart',
        start: { on: addDays(FIRST_DAY, place % DAYS) },
        subject: { kind: 'client', id: clientId },
        serviceTasks: ['families'],
        unitId: units.families,
        clientId,
      });
      yield { table: services.tables.records, item: deadline };
    }
  }
  await fill(bare, times());
}
