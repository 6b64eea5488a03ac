import type { ActContext } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import type { Sign } from '../../shared/domain/signs/model.ts';
import { firstIdOf } from '../../shared/domain/signs/sign-id.ts';
import { indexedSign, signsWaitingSince } from '../../shared/domain/signs/store.ts';
import { addDays } from '../../shared/kernel/local-date.ts';
import { changed } from '../../shared/table/item.ts';
import { unlessChanged } from '../../shared/unless-changed.ts';

/**
 * What nobody of the unit has looked into by the controller's day goes to the data-protection officer; what waits
 * there twice as long is told to whoever runs the system, by an alarm.
 */
export async function escalateSigns(context: ActContext): Promise<number> {
  const { services, actor, today } = context;
  const { signs } = await settingsOf(services, actor.controller);
  const days = signs.reviewWithinDays;
  const open = await signsWaitingSince(context, 'open', firstIdOf(addDays(today, -days)));
  let escalated = 0;
  for (const sign of open) {
    if (await unlessChanged(() => escalate(context, sign))) escalated += 1;
  }
  const late = await signsWaitingSince(context, 'escalated', firstIdOf(addDays(today, -2 * days)));
  if (late.length > 0) {
    services.log.error('REVIEWS_LATE', { controller: actor.controller, count: late.length });
  }
  return escalated;
}

function escalate(context: ActContext, sign: Sign): Promise<unknown> {
  const { actor, now } = context;
  const put = indexedSign(
    { ...sign, ...changed(sign, now, actor.userId), state: 'escalated', escalatedAt: now },
    actor.controller,
  );
  return commit(context, {
    changes: [{ put, when: { version: sign.version } }],
    line: {
      clients: [],
      resources: [{ kind: 'accessLog', id: sign.signId }],
      dataGroups: ['accessLog'],
      changedFields: ['escalatedAt'],
    },
    answer: { body: {} },
  });
}
