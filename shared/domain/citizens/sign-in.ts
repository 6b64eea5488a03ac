import type { Action } from '../../access/action.ts';
import type { Change } from '../../act.ts';
import { commit } from '../../commit.ts';
import { blindIndex } from '../../crypto/blind-index.ts';
import { type ControllerId, UserId } from '../../kernel/id.ts';
import { addYears } from '../../kernel/local-date.ts';
import { birthDateOf, type PersonalIdentityCode } from '../../kernel/personal-identity-code.ts';
import { newId } from '../../new-id.ts';
import type { Services } from '../../services.ts';
import { systemContext } from '../../system-context.ts';
import { changed, created } from '../../table/item.ts';
import { citizenKeys, lookupKeys } from '../../table/keys.ts';
import { getItem } from '../../table/read.ts';
import { IdentityLookup } from '../clients/lookup.ts';
import { Citizen, CitizenSubject } from './model.ts';

const SIGN_IN: Action = {
  name: 'citizens.signIn',
  title: {
    fi: 'Yhdistä tunnistautunut henkilö omiin tietoihinsa',
    sv: 'Koppla den identifierade personen till egna uppgifter',
    en: 'Tie the identified person to the person’s own data',
  },
  roles: [],
  tie: 'none',
  legalGround: '703/2023 §§ 8, 11',
};

const ADULT_YEARS = 18;

/**
 * The subject of a strongly identified person, who is a client here. Asked at each sign-in: when files were merged, the
 * subject leads to the one that remains. The code itself is stored nowhere.
 * @returns undefined for who is no client of this controller.
 */
export async function subjectOf(
  services: Services,
  controller: ControllerId,
  code: PersonalIdentityCode,
): Promise<UserId | undefined> {
  const mac = (await blindIndex(services, controller)).identityCode(code);
  const [found, known] = await Promise.all([
    getItem(services.tables, controller, 'records', lookupKeys.identity(controller, mac), IdentityLookup),
    getItem(services.tables, controller, 'records', citizenKeys.subject(controller, mac), CitizenSubject),
  ]);
  if (found === undefined) return undefined;
  const { clientId } = found;
  const subject = known?.subject ?? UserId.parse(newId(services));
  const key = citizenKeys.person(controller, subject);
  const tied = known && (await getItem(services.tables, controller, 'records', key, Citizen));
  if (tied?.clientId === clientId) return subject;

  const context = systemContext(services, controller, {
    action: SIGN_IN,
    event: 'CitizenTied',
    ranBy: 'citizens’ sign-in',
  });
  const { now, actor } = context;
  const adultOn = addYears(birthDateOf(code), ADULT_YEARS);
  const base = { ...key, entity: 'citizen' as const, clientId, adultOn };
  const changes: Change[] =
    tied === undefined
      ? [{ put: { ...base, ...created(now, actor.userId) }, when: 'absent' }]
      : [{ put: { ...base, ...changed(tied, now, actor.userId) }, when: { version: tied.version } }];
  const own: CitizenSubject = {
    ...citizenKeys.subject(controller, mac),
    entity: 'citizenSubject',
    ...created(now, actor.userId),
    subject,
  };
  if (known === undefined) changes.push({ put: own, when: 'absent' });
  await commit(context, {
    changes,
    line: {
      clients: [clientId],
      resources: [{ kind: 'client', id: clientId }],
      dataGroups: ['identity'],
      changedFields: ['citizen'],
    },
    answer: { body: {} },
  });
  return subject;
}
