import type { Action } from '../../access/action.ts';
import type { ActContext, LinePart } from '../../act.ts';
import { commit } from '../../commit.ts';
import type { ClientId } from '../../kernel/id.ts';
import { startOfDay } from '../../kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../kernel/refusal.ts';
import { systemContext } from '../../system-context.ts';
import { findingIdOf } from '../../witnesses/finding-id.ts';
import { newFindings, type PutFinding } from '../../witnesses/new-findings.ts';
import { LogNotWhole } from '../sealing/log-not-whole.ts';
import { batchName } from '../sealing/places.ts';
import { LOG_SEARCH_REFUSALS } from './refusals.ts';

/** A part of the sealed log that is not as it was sealed: who reads is refused, and it is a finding for a person. */

const TELL: Action = {
  name: 'accessLog.tellNotWhole',
  title: {
    fi: 'Kirjaa, että säilytettyä lokia ei voitu lukea eheänä',
    sv: 'Anteckna att den bevarade loggen inte kunde läsas hel',
    en: 'Record that the sealed log could not be read as it was sealed',
  },
  roles: [],
  tie: 'none',
  legalGround: '703/2023 § 10; (EU) 2016/679 art. 32',
};

/** The same part is one finding a day, however often it is met. */
export function findingsOfNotWhole(context: ActContext, { batch }: LogNotWhole): Promise<PutFinding[]> {
  const { controller } = context.actor;
  const found = {
    at: startOfDay(context.today),
    kind: 'sealedLogNotWhole',
    evidence: batch === undefined ? 'heads or tiles' : batchName(controller, batch),
    by: 'log-search',
    controller,
  } as const;
  return newFindings(context, new Map([[findingIdOf(found), found]]));
}

export const resourcesOf = (findings: readonly PutFinding[]): LinePart['resources'] =>
  findings.map(({ put: { findingId: id } }) => ({ kind: 'witnessFinding', id }));

/**
 * What is read out of the sealed log.
 * @throws Refusal not whole, once it stands as a finding.
 */
export async function expectWhole<Read>(
  context: Pick<ActContext, 'services' | 'actor'>,
  concerns: readonly ClientId[],
  read: () => Promise<Read>,
): Promise<Read> {
  try {
    return await read();
  } catch (thrown) {
    if (!(thrown instanceof LogNotWhole)) throw thrown;
    await tell(context, thrown);
    throw new Refusal(LOG_SEARCH_REFUSALS.notWhole, { concerns });
  }
}

async function tell(
  { services, actor }: Pick<ActContext, 'services' | 'actor'>,
  thrown: LogNotWhole,
): Promise<void> {
  const context = systemContext(services, actor.controller, {
    action: TELL,
    event: 'SealedLogNotWhole',
    ranBy: 'log-search',
  });
  const findings = await findingsOfNotWhole(context, thrown);
  if (findings.length === 0) return;
  try {
    await commit(context, {
      changes: findings,
      line: {
        clients: [],
        resources: resourcesOf(findings),
        dataGroups: ['accessLog'],
        changedFields: ['finding'],
      },
      answer: { body: {} },
    });
  } catch (refused) {
    // Whoever met it at the same moment has told it.
    if (!(refused instanceof Refusal && refused.definition === COMMON_REFUSALS.stale)) throw refused;
  }
}
