import type { ActContext, Answer, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { IntakeMatter } from '../../shared/domain/intake/model.ts';
import { movedMatter } from '../../shared/domain/intake/store.ts';
import type { Outgoing } from '../../shared/events/envelope.ts';
import type { Fact } from '../../shared/statistics-fact.ts';
import { lineOfMatter, type MatterChanged } from './one-matter.ts';

/** Moves a matter, and whatever else belongs to the act, at once or not at all. */
export function commitMatter(
  context: ActContext,
  before: IntakeMatter,
  to: {
    after: IntakeMatter;
    fields: readonly string[];
    changes?: readonly Change[];
    events?: readonly Outgoing[];
    facts?: readonly Fact[];
    findings?: readonly string[];
    reasonId?: string;
  },
): Promise<Answer<MatterChanged>> {
  const { after, fields, changes = [], events = [], facts = [], findings = [], reasonId } = to;
  const { matterId, version } = after;
  return commit(context, {
    changes: [movedMatter(context.actor.controller, before, after), ...changes],
    line: { ...lineOfMatter(after, fields), ...(reasonId === undefined ? {} : { reasonId }) },
    events,
    facts,
    answer: { body: { matterId, version, findings: [...new Set(findings)] }, version },
  });
}
