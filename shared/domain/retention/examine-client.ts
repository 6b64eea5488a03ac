import { type LocalDate } from '../../kernel/local-date.ts';
import { allClosedCases } from '../cases/store.ts';
import { loadClientFile } from '../clients/file.ts';
import { everyFileOf } from './belongings.ts';
import type { Examined, RetentionSettings, ToExamine } from './examined.ts';
import { judgeUnit } from './exceptions.ts';
import { hasLaterMatter, keptBeside } from './facts.ts';
import { bornOn } from './family-law.ts';
import { heldBack, isDue, notedOf } from './held-back.ts';
import type { Unit } from './model.ts';
import { permanentOf } from './old-annex.ts';
import { reckonAll } from './reckon.ts';
import { restrictedCases } from './restricted.ts';

/** The data of the client itself, with the files that were merged into it. */
export async function examineClient(
  where: ToExamine,
  unit: Extract<Unit, { kind: 'client' }>,
  retention: RetentionSettings,
): Promise<Examined | undefined> {
  const { clientId } = unit;
  const file = await loadClientFile(where.services, where.actor.controller, clientId);
  if (file === undefined || file.head.state === 'merged') return undefined;
  const { head } = file;
  const all = await everyFileOf(where, clientId);
  const noted = await notedOf(where, all);
  const [born, remains, held, closed, restricted] = await Promise.all([
    bornOn(where, file),
    Promise.all(all.map((one) => hasLaterMatter(where, one))),
    heldBack(where, all),
    Promise.all(all.map((one) => allClosedCases(where, one, 1))),
    restrictedCases(where, all),
  ]);
  const kept = await Promise.all(all.map((one) => keptBeside(where, one)));
  const reckoned = reckonAll(
    ['clienthood', ...kept.flatMap(({ classes }) => classes)],
    {
      ...(head.diedOn === undefined ? {} : { clientDied: head.diedOn }),
      ...latest(kept.flatMap(({ disclosedOn }) => disclosedOn ?? [])),
    },
    where.today,
    retention.rules,
  );
  const permanent = permanentOf([], born, retention.archive.order);
  return {
    unit,
    head,
    clients: all,
    serviceTasks: [],
    reckoned,
    permanent,
    ...noted,
    heads: [],
    exception: judgeUnit({
      isDue: isDue(reckoned, where.today),
      isOpen:
        file.cases.length > 0 ||
        head.relationship?.state === 'active' ||
        (head.mattersAtHand ?? []).length > 0,
      isHeld: held.holds.length > 0,
      // Who has died has no rights of a data subject left.
      isPending: held.pending || (head.diedOn === undefined && restricted.length > 0),
      remains: remains.some(Boolean) || closed.some((cases) => cases.length > 0),
      hasNoArchive: permanent.part !== 'nothing' && retention.archive.publicKey === null,
    }),
  };
}

const latest = (days: readonly LocalDate[]) => {
  const logged = days.toSorted().at(-1);
  return logged === undefined ? {} : { logged };
};
