import type { Finding, Sentence } from '../../kernel/finding.ts';
import { PersonalIdentityCode } from '../../kernel/personal-identity-code.ts';
import { isAssistance } from '../social-services.ts';
import type { IntakeKind } from './model.ts';
import { isPrivate } from './notifier.ts';
import type { Guardian, IntakeRecord, Notifier, Subject } from './record.ts';

/** What is remarked of what was told: warnings all, for nothing that is told may be refused. */

const warning = (rule: string, path: string, source: string, message: Sentence): Finding => ({
  rule,
  severity: 'warning',
  path,
  source,
  message,
});

const NEEDS_NOTIFIER: readonly IntakeKind[] = [
  'contact',
  'needNotification',
  'assessmentRequest',
  'childWelfareNotification',
  'anticipatoryNotification',
];
const OF_CHILD: readonly IntakeKind[] = ['assessmentRequest', 'childWelfareNotification'];

/** What the national definition and the statutes ask for that is not there yet. */
export function judgeRecord(kind: IntakeKind, record: IntakeRecord): Finding[] {
  return [
    ...(record.text.trim() === ''
      ? [
          warning('intake.contentMissing', '/record/text', '703/2023 § 41', {
            fi: 'Asiasisältö puuttuu.',
            sv: 'Sakinnehållet saknas.',
            en: 'What the matter is about is missing.',
          }),
        ]
      : []),
    ...(record.subjects.length === 0
      ? [
          warning('intake.subjectMissing', '/record/subjects', '703/2023 § 41', {
            fi: 'Henkilö, jota asia koskee, puuttuu.',
            sv: 'Den person som ärendet gäller saknas.',
            en: 'The person whom the matter concerns is missing.',
          }),
        ]
      : record.subjects.flatMap((subject, nth) => judgeSubject(kind, subject, `/record/subjects/${nth}`))),
    ...(NEEDS_NOTIFIER.includes(kind) ? judgeNotifier(kind, record.notifier) : []),
    ...(kind === 'application' &&
    record.services.some(isAssistance) &&
    record.assistance?.kelaDecisionInForce === undefined
      ? [
          warning(
            'intake.kelaDecisionMissing',
            '/record/assistance/kelaDecisionInForce',
            '1412/1997 § 14 a',
            {
              fi: 'Hakemuksesta puuttuu, onko hakijalla voimassa oleva Kelan päätös perustoimeentulotuesta.',
              sv: 'I ansökan saknas uppgift om sökanden har ett gällande FPA-beslut om grundläggande utkomststöd.',
              en: 'The application does not say whether a decision of Kela on basic social assistance is in force.',
            },
          ),
        ]
      : []),
    ...(kind === 'anticipatoryNotification' && record.expectedBirth === undefined
      ? [
          warning('intake.expectedBirthMissing', '/record/expectedBirth', '417/2007 § 25 c', {
            fi: 'Lapsen arvioitu syntymäaika puuttuu.',
            sv: 'Barnets beräknade födelsetid saknas.',
            en: 'The expected time of birth is missing.',
          }),
        ]
      : []),
  ];
}

function judgeSubject(kind: IntakeKind, subject: Subject, path: string): Finding[] {
  return [
    ...(subject.family === undefined || subject.given === undefined
      ? [
          warning('intake.nameMissing', path, '703/2023 § 38', {
            fi: 'Henkilön suku- tai etunimi puuttuu.',
            sv: 'Personens efternamn eller förnamn saknas.',
            en: 'The family or given name of the person is missing.',
          }),
        ]
      : []),
    ...judgeCode(subject.personalIdentityCode, path),
    ...(OF_CHILD.includes(kind) && subject.guardians.length === 0
      ? [
          warning('intake.guardiansMissing', `${path}/guardians`, '417/2007 § 25', {
            fi: 'Lapsen huoltajia ei ole kirjattu.',
            sv: 'Barnets vårdnadshavare har inte antecknats.',
            en: 'The guardians of the child are not recorded.',
          }),
        ]
      : []),
    ...subject.guardians.flatMap((guardian: Guardian, nth) =>
      judgeCode(guardian.personalIdentityCode, `${path}/guardians/${nth}`),
    ),
  ];
}

/** An error never repeats what was written. */
const judgeCode = (code: string | undefined, path: string): Finding[] =>
  code === undefined || PersonalIdentityCode.safeParse(code).success
    ? []
    : [
        warning('intake.codeNotValid', `${path}/personalIdentityCode`, '128/2010 § 2', {
          fi: 'Henkilötunnus ei ole oikeaa muotoa.',
          sv: 'Personbeteckningen har inte rätt form.',
          en: 'The personal identity code is not of the right form.',
        }),
      ];

function judgeNotifier(kind: IntakeKind, notifier: Notifier | undefined): Finding[] {
  if (notifier === undefined) {
    return [
      warning('intake.notifierMissing', '/record/notifier', '703/2023 § 41', {
        fi: 'Ilmoittajaa ei ole kirjattu.',
        sv: 'Anmälaren har inte antecknats.',
        en: 'The notifier is not recorded.',
      }),
    ];
  }
  return [
    ...(notifier.keepSecret === true && notifier.secrecyGrounds === undefined
      ? [
          warning('intake.secrecyGroundsMissing', '/record/notifier/secrecyGrounds', '621/1999 § 11', {
            fi: 'Perustele, miksi ilmoittajan tiedot pidetään salassa.',
            sv: 'Motivera varför uppgifterna om anmälaren hålls hemliga.',
            en: 'Say why the data of the notifier are kept secret.',
          }),
        ]
      : []),
    ...(kind === 'anticipatoryNotification' && isPrivate(notifier)
      ? [
          warning('intake.notifierOfDuty', '/record/notifier/party', '417/2007 § 25 c', {
            fi: 'Ennakollisen lastensuojeluilmoituksen tekee ilmoitusvelvollinen taho.',
            sv: 'En föregripande barnskyddsanmälan görs av den som är anmälningsskyldig.',
            en: 'An anticipatory notification is made by those who have the duty to notify.',
          }),
        ]
      : []),
  ];
}
