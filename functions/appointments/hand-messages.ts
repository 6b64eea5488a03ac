import type { Action } from '../../shared/access/action.ts';
import type { ActContext } from '../../shared/act.ts';
import { faultFields } from '../../shared/application-log.ts';
import { commit } from '../../shared/commit.ts';
import {
  hoursToLook,
  isToHand,
  loadMessageRun,
  type MessageRun,
  messagesOfHour,
} from '../../shared/domain/appointments/messages.ts';
import type { ReminderMessage } from '../../shared/domain/appointments/model.ts';
import type { ControllerId } from '../../shared/kernel/id.ts';
import { compareInstants, type Instant, plusMinutes } from '../../shared/kernel/instant.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import type { Services } from '../../shared/services.ts';
import { systemContext } from '../../shared/system-context.ts';
import { changed, created } from '../../shared/table/item.ts';
import { workKeys } from '../../shared/table/keys.ts';
import { isForClientAlone } from './for-client-alone.ts';

const HAND: Action = {
  name: 'appointments.handMessages',
  title: {
    fi: 'Anna muistutukset lähetettäviksi',
    sv: 'Ge påminnelserna vidare för att skickas',
    en: 'Hand reminders on to be sent',
  },
  roles: [],
  tie: 'none',
  legalGround: '703/2023 § 9; 1301/2014 § 34',
};

export type Handed = { handed: number; failed: number };

/**
 * The run of the hour: each message that is due is handed to whatever the controller sends with, by an event of ids in
 * the same commit that marks it, so that each goes out once (docs/decisions/0066). What was moved or cancelled has
 * taken its message away. Safe to repeat; an hour with a failure is looked through again.
 */
export async function handMessages(
  services: Services,
  controllers: readonly ControllerId[],
): Promise<Handed> {
  const sum = { handed: 0, failed: 0 };
  for (const controller of controllers) {
    const { handed, failed } = await handOf(services, controller);
    sum.handed += handed;
    sum.failed += failed;
  }
  return sum;
}

async function handOf(services: Services, controller: ControllerId): Promise<Handed> {
  const context = systemContext(services, controller, {
    action: HAND,
    event: 'MessagesHanded',
    ranBy: 'messages',
  });
  const run = await loadMessageRun(context);
  const done = { handed: 0, failed: 0 };
  for (const hour of hoursToLook(run?.until, context.now)) {
    const messages = await messagesOfHour(services, controller, hour);
    for (const message of messages.filter((one) => isToHand(one, context.now))) {
      const end = await handedOn(context, message);
      if (end !== undefined) done[end] += 1;
    }
  }
  if (done.failed === 0 && isLagging(run, context.now)) await lookedUntilNow(context, run);
  return done;
}

/** One message handed on. One that was taken back or handed on in this moment is neither. */
async function handedOn(context: ActContext, message: ReminderMessage): Promise<keyof Handed | undefined> {
  const { actor, now, services } = context;
  const { messageId, clientId, appointmentId, unitId, about, channel, dueAt, version } = message;
  const put: ReminderMessage = {
    ...message,
    ...changed(message, now, actor.userId),
    state: 'handed',
    handedAt: now,
  };
  try {
    const toClientAlone = await isForClientAlone(context, message);
    await commit(context, {
      changes: [{ put, when: { version } }],
      line: {
        clients: [clientId],
        resources: [{ kind: 'message', id: messageId, client: clientId, version: put.version }],
        dataGroups: ['appointments'],
        changedFields: ['state'],
      },
      events: [
        {
          type: 'MessageDue',
          messageId,
          clientId,
          appointmentId,
          unitId,
          about,
          channel,
          dueAt,
          toClientAlone,
        },
      ],
      answer: { body: {} },
    });
    return 'handed';
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.definition === COMMON_REFUSALS.stale) return undefined;
    services.log.error('JOB_FAILED', { controller: actor.controller, ...faultFields(thrown) });
    return 'failed';
  }
}

const LAG_HOURS = 6;

/** How far it came is stored now and then: looking through some hours again costs less than a line each hour. */
const isLagging = (run: MessageRun | undefined, now: Instant): boolean =>
  run === undefined || compareInstants(run.until, plusMinutes(now, -60 * LAG_HOURS)) <= 0;

async function lookedUntilNow(context: ActContext, run: MessageRun | undefined): Promise<void> {
  const { actor, now } = context;
  const put: MessageRun = {
    ...workKeys.messageRun(actor.controller),
    entity: 'messageRun',
    ...(run === undefined ? created(now, actor.userId) : changed(run, now, actor.userId)),
    until: now,
  };
  await commit(context, {
    changes: [{ put, when: run === undefined ? 'absent' : { version: run.version } }],
    line: { clients: [], resources: [], dataGroups: ['appointments'], changedFields: ['run'] },
    answer: { body: {} },
  });
}
