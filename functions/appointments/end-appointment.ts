import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { lineOfAppointment, resealedAppointment } from '../../shared/domain/appointments/cancelled.ts';
import { AppointmentContent } from '../../shared/domain/appointments/model.ts';
import { loadReminders, unqueued } from '../../shared/domain/appointments/reminders.ts';
import { placedAppointment } from '../../shared/domain/appointments/store.ts';
import { endAppointment as ended } from '../../shared/domain/appointments/transitions.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { factsOfTalk } from '../../shared/domain/deadlines/counted.ts';
import { loadOpenDeadlines } from '../../shared/domain/deadlines/store.ts';
import { metByTalk } from '../../shared/domain/deadlines/talk.ts';
import { helsinkiDateOf } from '../../shared/kernel/local-date.ts';
import { heldAppointment } from './held-appointment.ts';
import type { AppointmentChanged, OfAppointment } from './one-appointment.ts';

export const EndAppointment = z
  .strictObject({ words: AppointmentContent.shape.endWords })
  .meta({ id: 'EndAppointment' });
type EndAppointment = z.infer<typeof EndAppointment>;

type Input = OfAppointment & { body: EndAppointment };

const FACTS = { kept: 'appointmentKept', missed: 'appointmentMissed' } as const;

/** Marks whether a time was kept, once it has begun. What was talked of is written in the client narrative. */
const markedAs =
  (state: 'kept' | 'missed') =>
  async (context: ClientContext, { body, ...of }: Input): Promise<Answer<AppointmentChanged>> => {
    const { actor, now } = context;
    const held = await heldAppointment(context, of);
    const [{ head }] = held;
    const words = body.words === undefined ? {} : { endWords: body.words };
    const [messages, running] = await Promise.all([
      loadReminders(
        context,
        held.map((one) => one.head),
      ),
      state === 'kept' ? Promise.all(held.map((one) => loadOpenDeadlines(context, one.head.clientId))) : [],
    ]);
    const pairs = await Promise.all(
      held.map(async (one) => {
        const after = ended(one.head, state, { now, by: actor.userId });
        return { ...one, after: await resealedAppointment(context, one, after, words) };
      }),
    );
    const { appointmentId, unitId, serviceTasks, startsAt, version, way } = head;
    return commit(context, {
      changes: [
        ...pairs.flatMap(({ head: before, after }) => [
          ...placedAppointment(actor.controller, before, after),
          ...unqueued(messages, before),
        ]),
        // A talk that was asked for is one of these times.
        ...metByTalk(context, running.flat(), { on: helsinkiDateOf(startsAt) }),
      ],
      line: lineOfAppointment(
        pairs.map(({ after }) => after),
        ['state'],
      ),
      facts: [
        ...factsOfTalk(running.flat(), helsinkiDateOf(startsAt)),
        { kind: FACTS[state], on: helsinkiDateOf(startsAt), unitId, serviceTasks, code: way },
      ],
      answer: { body: { appointmentId, version: version + 1, findings: [] }, version: version + 1 },
    });
  };

export const keepAppointment = markedAs('kept');
export const missAppointment = markedAs('missed');
