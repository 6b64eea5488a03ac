import { keyRing } from '../../crypto/key-ring.ts';
import type { ClientId } from '../../kernel/id.ts';
import { ageOn, helsinkiDateOf, type LocalDate } from '../../kernel/local-date.ts';
import { type CaseHead, tasksEver } from '../cases/model.ts';
import { loadClosedCase, openCase } from '../cases/store.ts';
import { type ClientFile, loadClientFile } from '../clients/file.ts';
import type { ClientHead } from '../clients/model.ts';
import type { Examined, RetentionSettings, ToExamine } from './examined.ts';
import { judgeUnit } from './exceptions.ts';
import { deathIn, headsOfPerson, lastDisabilityCase, ownRowsOf } from './facts.ts';
import { bornOn, type ConcernsChild, concernsChild, minorsOn, withPresumedBirth } from './family-law.ts';
import { heldBack, isDue, notedOf, otherThan } from './held-back.ts';
import type { Unit } from './model.ts';
import { permanentOf } from './old-annex.ts';
import { reckon, reckonAll, together } from './reckon.ts';
import { restrictedCases } from './restricted.ts';

/** A closed case in the file of one of its clients. */
export async function examineCase(
  where: ToExamine,
  unit: Extract<Unit, { kind: 'case' }>,
  retention: RetentionSettings,
): Promise<Examined | undefined> {
  const { clientId, caseId } = unit;
  const [head, file] = await Promise.all([
    loadClosedCase(where, clientId, caseId),
    loadClientFile(where.services, where.actor.controller, clientId),
  ]);
  if (head?.closedOn === undefined || file === undefined) return undefined;
  const person = await headsOfPerson(where, file.head);
  const files = person.map((one) => one.clientId);
  const noted = await notedOf(where, files);
  const [born, own, last, held, restricted] = await Promise.all([
    bornOn(where, file),
    ownRowsOf(where, clientId, caseId),
    lastDisabilityCase(where, head, person),
    heldBack(where, files),
    restrictedCases(where, files),
  ]);
  const lastClosed = last.closedOn;
  const diedOn = deathIn(person);
  const serviceTasks = [...new Set([...tasksEver(head), ...own.serviceTasks])];
  const child = serviceTasks.includes('familyLaw')
    ? await childOf(where, head, file, { born, ended: head.closedOn })
    : undefined;
  const events = {
    caseClosed: head.closedOn,
    ...(lastClosed === undefined ? {} : { lastCaseClosed: lastClosed }),
    ...(diedOn === undefined ? {} : { clientDied: diedOn }),
    ...(child?.born === undefined ? {} : { childBorn: child.born }),
  };
  const { today } = where;
  const ofCase = reckon(
    {
      documentClass: 'case',
      serviceTasks,
      ...(child === undefined ? {} : { aboutChild: child.aboutChild }),
    },
    events,
    today,
    retention.rules,
  );
  const ofOwnRows = reckonAll(own.classes, { ...events, ...own.events }, today, retention.rules);
  const counted = together([ofCase, ofOwnRows], today);
  const reckoned = child?.presumed === true ? withPresumedBirth(counted) : counted;
  const permanent = permanentOf(serviceTasks, born, retention.archive.order);
  return {
    unit,
    head,
    clients: child === undefined ? [clientId] : [...new Set([clientId, ...child.asked])],
    serviceTasks,
    reckoned,
    permanent,
    ...noted,
    heads: otherThan(head, [...person, ...(child?.heads ?? []), ...last.heads]),
    exception: judgeUnit({
      isDue: isDue(reckoned, today),
      isOpen: false,
      isHeld: held.holds.some((hold) => (hold.caseId ?? caseId) === caseId),
      // Who has died has no rights of a data subject left.
      isPending: held.pending || (diedOn === undefined && restricted.includes(caseId)),
      remains: false,
      hasNoArchive: permanent.part !== 'nothing' && retention.archive.publicKey === null,
    }),
  };
}

/**
 * Which child a matter of family law is about: the file's own, when its client was a minor at the opening. In an adult's
 * file what was said with the case, and who of its other clients was a minor then.
 */
async function childOf(
  where: ToExamine,
  head: CaseHead,
  file: ClientFile,
  { born, ended }: { born: LocalDate | undefined; ended: LocalDate },
): Promise<ConcernsChild & { asked: readonly ClientId[]; heads: readonly ClientHead[] }> {
  const openedOn = helsinkiDateOf(head.openedAt);
  const { childrenBorn } = await openCase(keyRing(where.services, where.actor.controller, file.keys), head);
  const isOwn = born !== undefined && ageOn(born, openedOn) < 18;
  // Whatever was said: who was a minor and a client of the matter is one it is about.
  const asked = isOwn ? [] : head.clients.filter((one) => one !== head.clientId);
  const { minors, heads } = isOwn ? { minors: [born], heads: [] } : await minorsOn(where, asked, openedOn);
  return { ...concernsChild({ childrenBorn, minors, ended }), asked, heads };
}
