import type { User } from '../../domain/access-rights/model.ts';
import type { Unit } from '../../domain/controllers/model.ts';
import type { ControllerSettings } from '../../domain/controllers/settings/settings.ts';
import type { Finding } from '../../kernel/finding.ts';
import type { UnitId } from '../../kernel/id.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import type { Grant } from '../actor.ts';
import type { JobRole } from '../job-roles.ts';
import { CLIENT_WORK } from '../role-groups.ts';
import { judgeGuide, judgeProvider } from './bound-rules.ts';
import { grantError as error } from './grant-error.ts';
import { judgePost } from './judge-post.ts';
import type { GrantContent } from './model.ts';
import {
  ROLES_OF_DUTY,
  ROLES_OF_SPECIAL_RIGHT,
  USES_CLIENT_DATA,
  WORKS_WITH_CLIENTS,
} from './role-limits.ts';

/** What a proposed grant is held against. */
export type Judged = {
  content: GrantContent;
  user: Pick<User, 'userId'> & { postTo: LocalDate | undefined };
  /** The units named, as far as there are such. */
  units: ReadonlyMap<UnitId, Pick<Unit, 'to'>>;
  /** What the person deputised for has here. */
  principal: readonly Grant[] | undefined;
  /** Whether the named guide works here in the role that is learnt, and the producer stands in the register of parties. */
  isGuideKnown: boolean;
  isProviderKnown: boolean;
  /** What the user has already, in force or to come. */
  others: readonly Pick<Grant, 'role'>[];
  rights: ControllerSettings['rights'];
  today: LocalDate;
};

/** Everything that is wrong with a grant, at once. */
export const judgeGrant = (judged: Judged): Finding[] => [
  ...judgePost(judged),
  ...judgeUnits(judged),
  ...judgeRole(judged.content),
  ...judgeGuide(judged),
  ...judgeProvider(judged),
  ...judgeDeputy(judged),
  ...judgeDays(judged),
  ...judgeMainUser(judged),
];

function judgeUnits({ content: { unitIds, role, deputyFor }, units, today }: Judged): Finding[] {
  const unknown = unitIds.flatMap((unitId, index) => {
    const unit = units.get(unitId);
    if (unit !== undefined && (unit.to === undefined || unit.to >= today)) return [];
    return [
      error('unitKnown', `/unitIds/${index}`, {
        fi: 'Yksikköä ei ole tai se on lakannut.',
        sv: 'Enheten finns inte eller har upphört.',
        en: 'There is no such unit, or it has ended.',
      }),
    ];
  });
  const isMissing = unitIds.length === 0 && deputyFor === undefined && WORKS_WITH_CLIENTS.includes(role);
  if (!isMissing && !(role === 'supervisor' && unitIds.length === 0)) return unknown;
  return [
    ...unknown,
    error('unitNamed', '/unitIds', {
      fi: 'Käyttöoikeus annetaan yksikössä: nimeä yksikkö.',
      sv: 'Åtkomsträtten ges i en enhet: ange enheten.',
      en: 'A grant is given in a unit: name it.',
    }),
  ];
}

/** What the role can carry: service tasks, duties, special rights, and whose task a student learns. */
function judgeRole({ role, serviceTasks, duties, specialRights, guidedRole }: GrantContent): Finding[] {
  const findings: Finding[] = [];
  if (serviceTasks.length === 0 && WORKS_WITH_CLIENTS.includes(role)) {
    findings.push(
      error(
        'taskNamed',
        '/serviceTasks',
        {
          fi: 'Asiakastyön käyttöoikeus annetaan palvelutehtäviin: nimeä ne.',
          sv: 'Åtkomsträtt i klientarbete ges för serviceuppgifter: ange dem.',
          en: 'A grant for client work is given for service tasks: name them.',
        },
        '703/2023 § 9',
      ),
    );
  }
  const carries = (allowed: readonly JobRole[]): boolean => allowed.includes(role);
  for (const [index, duty] of duties.entries()) {
    if (carries(ROLES_OF_DUTY[duty])) continue;
    findings.push(
      error(
        'dutyOfRole',
        `/duties/${index}`,
        {
          fi: 'Tehtävä ei kuulu tähän rooliin.',
          sv: 'Uppgiften hör inte till denna roll.',
          en: 'The duty does not belong to this role.',
        },
        '457/2024',
      ),
    );
  }
  for (const [index, right] of specialRights.entries()) {
    if (carries(ROLES_OF_SPECIAL_RIGHT[right])) continue;
    findings.push(
      error('specialRightOfRole', `/specialRights/${index}`, {
        fi: 'Erityisoikeutta ei voi antaa tässä roolissa.',
        sv: 'Specialrätten kan inte ges i denna roll.',
        en: 'The special right cannot be given in this role.',
      }),
    );
  }
  if ((role === 'student') !== (guidedRole !== undefined) || !mayBeLearnt(guidedRole)) {
    findings.push(
      error(
        'guidedRole',
        '/guidedRole',
        {
          fi: 'Opiskelijalle nimetään tehtävä, jossa häntä ohjataan, eikä muille.',
          sv: 'För en studerande anges uppgiften som handleds, för andra inte.',
          en: 'A student’s grant names the task under guidance, and no other grant does.',
        },
        '457/2024 § 21',
      ),
    );
  }
  return findings;
}

/** A student learns client work of public social welfare: in other roles the tie of a guide is not verified. */
const mayBeLearnt = (guidedRole: JobRole | undefined): boolean =>
  guidedRole === undefined || CLIENT_WORK.includes(guidedRole);

/** Sijainen: of somebody else who works here, within that person's own rights, to a last day where one is asked for (C-18). */
function judgeDeputy({ content, user, principal, rights }: Judged): Finding[] {
  const { deputyFor, range } = content;
  if (deputyFor === undefined) return [];
  const findings: Finding[] = [];
  const isAnother = deputyFor !== user.userId && principal !== undefined;
  if (isAnother && !principal.some((own) => own.deputyFor === undefined && isWithin(content, own))) {
    findings.push(
      error('deputyWithin', '/deputyFor', {
        fi: 'Sijainen saa enintään sen, mitä sijaistettavalla on omasta tehtävästään: ei muuta eikä toisen sijaisuutta.',
        sv: 'En vikarie får högst det som den vikarierade har för egna uppgifter: inget annat och inte ett annat vikariat.',
        en: 'A deputy gets at most what the principal has for own duties: nothing else, and no other’s deputyship.',
      }),
    );
  }
  if (!isAnother) {
    findings.push(
      error('deputyOfAnother', '/deputyFor', {
        fi: 'Sijaistettava on toinen, palveluksessa oleva käyttäjä.',
        sv: 'Den som vikarieras är en annan användare i tjänst.',
        en: 'A deputy stands in for another user who works here.',
      }),
    );
  }
  const isTooLong = range.to === undefined || range.to > addDays(range.from, rights.deputyMaxDays - 1);
  if (rights.deputyTermRequired && isTooLong) {
    findings.push(
      error('deputyTerm', '/range/to', {
        fi: `Sijaisuus annetaan määräajaksi, enintään ${rights.deputyMaxDays} päiväksi.`,
        sv: `Ett vikariat ges för viss tid, högst ${rights.deputyMaxDays} dagar.`,
        en: `A deputy’s grant has a last day, within ${rights.deputyMaxDays} days at most.`,
      }),
    );
  }
  return findings;
}

/** Whether everything that a grant holds is in another too. */
function isWithin(content: GrantContent, own: Grant): boolean {
  const isSubset = <T>(some: readonly T[], all: readonly T[]): boolean =>
    some.every((one) => all.includes(one));
  return (
    content.role === own.role &&
    content.guidedRole === own.guidedRole &&
    content.guidedBy === own.guidedBy &&
    content.providerId === own.providerId &&
    isSubset(content.unitIds, own.unitIds) &&
    isSubset(content.serviceTasks, own.serviceTasks) &&
    isSubset(content.services, own.services) &&
    isSubset(content.relatedServices, own.relatedServices) &&
    isSubset(content.duties, own.duties) &&
    isSubset(content.specialRights, own.specialRights)
  );
}

/** A grant that is over before it begins gives nothing; `from` is judged when it is proposed. */
function judgeDays({ content: { range }, today }: Judged): Finding[] {
  if (range.to === undefined || range.to >= today) return [];
  return [
    error('endsLater', '/range/to', {
      fi: 'Viimeinen päivä on jo mennyt.',
      sv: 'Den sista dagen har redan gått.',
      en: 'The last day has passed already.',
    }),
  ];
}

/** The main user administers rights and, where the controller has so chosen (C-17), uses no client data. */
function judgeMainUser({ content: { role, specialRights }, others, rights }: Judged): Finding[] {
  const roles = [role, ...others.map((grant) => grant.role)];
  const isMixed = roles.includes('mainUser') && roles.some((one) => USES_CLIENT_DATA.includes(one));
  const isSeeing = specialRights.includes('administerClientData');
  if (rights.mainUserScope === 'all' || !(isMixed || isSeeing)) return [];
  return [
    error('administrationApart', isMixed ? '/role' : '/specialRights', {
      fi: 'Pääkäyttäjä ei käsittele asiakastietoja, eikä asiakastietoja käsittelevä ole pääkäyttäjä.',
      sv: 'En huvudanvändare behandlar inte klientuppgifter, och den som gör det är inte huvudanvändare.',
      en: 'A main user does not use client data, and who uses them is no main user.',
    }),
  ];
}

/** A right is not given for days that have been: nobody could have used it then. */
export function judgeFirstDay(from: LocalDate, today: LocalDate): Finding[] {
  if (from >= today) return [];
  return [
    error('notInThePast', '/range/from', {
      fi: 'Käyttöoikeus ei ala takautuvasti.',
      sv: 'Åtkomsträtten börjar inte retroaktivt.',
      en: 'A grant does not begin in the past.',
    }),
  ];
}

/** A supervisor proposes for the units supervised, and for a grant without units in the user's own unit. */
export function judgeProposer(
  unitIds: readonly UnitId[],
  usersUnit: UnitId,
  supervised: (unitId: UnitId) => boolean,
): Finding[] {
  const proposedFor = unitIds.length === 0 ? [usersUnit] : unitIds;
  return proposedFor.flatMap((unitId, index) =>
    supervised(unitId)
      ? []
      : [
          error('unitSupervised', unitIds.length === 0 ? '/unitIds' : `/unitIds/${index}`, {
            fi: 'Esityksen tekee yksikön esihenkilö.',
            sv: 'Förslaget görs av enhetens förman.',
            en: 'The supervisor of the unit makes the proposal.',
          }),
        ],
  );
}
