import { helsinkiDateOf } from '../../kernel/local-date.ts';
import type { IntakeMatter } from '../intake/model.ts';
import { loadMatter } from '../intake/store.ts';
import type { Examined, RetentionSettings, ToExamine } from './examined.ts';
import { judgeUnit } from './exceptions.ts';
import { deathIn, headsOf, headsOfPerson, isOfCase } from './facts.ts';
import { concernsChild, minorsOn, withPresumedBirth } from './family-law.ts';
import { heldBack, isDue, notedOf, otherThan } from './held-back.ts';
import type { Unit } from './model.ts';
import { reckon } from './reckon.ts';
import { clientsOfMatter } from './store.ts';

/** An intake matter that led to no case. */
export async function examineMatter(
  where: ToExamine,
  unit: Extract<Unit, { kind: 'matter' }>,
  retention: RetentionSettings,
): Promise<Examined | undefined> {
  const head: IntakeMatter | undefined = await loadMatter(where, unit.matterId);
  // What led to a case goes with the case.
  if (head?.handledAt === undefined || isOfCase(head)) return undefined;
  const clients = clientsOfMatter(head);
  const heads = await headsOf(where, clients);
  const persons = await Promise.all(heads.map((one) => headsOfPerson(where, one)));
  const files = persons.flat().map(({ clientId }) => clientId);
  const noted = await notedOf(where, files);
  const held = await heldBack(where, files);
  const deaths = persons.flatMap((one) => deathIn(one) ?? []).toSorted();
  const lastDeath = deaths.at(-1);
  const areAllDead = clients.length === head.subjects.length && deaths.length === clients.length;
  const handledOn = helsinkiDateOf(head.handledAt);
  const isOfFamilyLaw = head.serviceTasks.includes('familyLaw');
  // Whoever is asked for a birth is one of the persons, and their heads are named.
  const { minors } = isOfFamilyLaw ? await minorsOn(where, clients, handledOn) : { minors: [] };
  const { born, presumed } = concernsChild({ childrenBorn: undefined, minors, ended: handledOn });
  const counted = reckon(
    { documentClass: 'document', serviceTasks: head.serviceTasks },
    {
      caseClosed: handledOn,
      lastCaseClosed: handledOn,
      ...(born === undefined ? {} : { childBorn: born }),
      ...(areAllDead && lastDeath !== undefined ? { clientDied: lastDeath } : {}),
    },
    where.today,
    retention.rules,
  );
  const reckoned = presumed ? withPresumedBirth(counted) : counted;
  return {
    unit,
    head,
    clients,
    serviceTasks: head.serviceTasks,
    reckoned,
    // Of what led to no case there is neither a decision, a plan nor a narrative.
    permanent: { part: 'nothing' },
    ...noted,
    heads: otherThan(head, persons.flat()),
    exception: judgeUnit({
      isDue: isDue(reckoned, where.today),
      isOpen: head.state === 'open',
      isHeld: held.holds.some(({ caseId }) => caseId === undefined),
      isPending: held.pending,
      remains: false,
      hasNoArchive: false,
    }),
  };
}
