import type { ActContext } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import type { Sign } from '../../shared/domain/signs/model.ts';
import { signsLookedIntoBefore } from '../../shared/domain/signs/store.ts';
import { addMonths } from '../../shared/kernel/local-date.ts';
import { unlessChanged } from '../../shared/unless-changed.ts';

/** Signs of one commit: room for the line. */
const AT_ONCE = 20;

/**
 * Takes away what was looked into so long ago that the controller keeps it no longer, outcomes and all, by the months of
 * tonight. What nobody has looked into stays until somebody has. The lines of the log stay, and so does the line that
 * says which signs went.
 */
export async function endSigns(context: ActContext): Promise<number> {
  const { services, actor, today } = context;
  const { signsKept } = await settingsOf(services, actor.controller);
  const due = await Promise.all([
    signsLookedIntoBefore(context, 'reviewed', addMonths(today, -signsKept.reviewedMonths)),
    signsLookedIntoBefore(context, 'suspected', addMonths(today, -signsKept.suspectedMonths)),
  ]);
  const signs = due.flat();
  let ended = 0;
  for (let at = 0; at < signs.length; at += AT_ONCE) {
    const some = signs.slice(at, at + AT_ONCE);
    if (await unlessChanged(() => takeAway(context, some))) ended += some.length;
  }
  return ended;
}

const takeAway = (context: ActContext, signs: readonly Sign[]): Promise<unknown> =>
  commit(context, {
    changes: signs.map((sign) => ({
      remove: { pk: sign.pk, sk: sign.sk },
      when: { version: sign.version },
    })),
    line: {
      clients: [],
      resources: signs.map(({ signId }) => ({ kind: 'accessLog', id: signId })),
      dataGroups: ['accessLog'],
      changedFields: ['sign'],
      reasonCode: 'retentionEnded',
    },
    answer: { body: {} },
  });
