import type { Finding } from '../../kernel/finding.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { InformationSettings } from '../controllers/settings/information.ts';
import type { Declaration, SealedDeclaration } from './declaration.ts';
import type { DisclosureItem, Ground, PreparedContent, ThirdPersons } from './disclosure.ts';
import { type DisclosureRule, disclosureFinding } from './disclosure-finding.ts';
import { isInForce } from './judge-declaration.ts';
import { mayBeGivenTo, type Receiver } from './may-be-given.ts';
import type { MinorsBan } from './minors-ban.ts';
import { isRightOfParty } from './provision-key.ts';
import { isRepealed, provisionOn } from './provisions.ts';
import {
  HEALTH_PROVIDERS,
  isAuthority,
  isThirdCountry,
  recipientKindOf,
  SOCIAL_PROVIDERS,
} from './requesters.ts';
import { type Datum, isWithin, touches } from './scope.ts';

type Request = Pick<
  DisclosureItem,
  | 'initiative'
  | 'receivedOn'
  | 'form'
  | 'attachmentId'
  | 'paperId'
  | 'requester'
  | 'relationId'
  | 'purpose'
  | 'country'
>;

/** Whom the client's file names: a representative always, a party where the file knows one. */
const BY_RELATION: readonly Request['requester'][] = ['representative', 'party'];

/** What a request lacks to be put on record: little, for what is asked against the law is recorded and refused. */
export function judgeRequest(asked: Request, today: LocalDate): Finding[] {
  const wrong: [boolean, DisclosureRule, string][] = [
    [asked.receivedOn > today, 'receivedByToday', '/body/receivedOn'],
    [(asked.form === undefined) !== (asked.initiative === 'own'), 'formSaid', '/body/form'],
    // Not said, it would be Finland, and nobody would ask for an article.
    [asked.requester === 'foreignAuthority' && asked.country === 'FI', 'countrySaid', '/body/country'],
    [
      asked.relationId === undefined
        ? asked.requester === 'representative'
        : !BY_RELATION.includes(asked.requester),
      'representativeNamed',
      '/body/relationId',
    ],
  ];
  return wrong.flatMap(([isWrong, rule, path]) => (isWrong ? [disclosureFinding(rule, path)] : []));
}

/** All that the gate looks at: as it stands at the moment of asking, each time. */
export type Gate = {
  request: Request & { requesterName: string };
  ground: Ground;
  /** The permit or the consent that the ground names, opened. */
  rests?: { item: Declaration; content: SealedDeclaration } | undefined;
  data: readonly Datum[];
  /** The client's death is recorded. */
  isDead: boolean;
  /** The relation that was named makes a representative of the person today. */
  represents: boolean;
  /** Of the exchange of an activation plan: the plan that is named and in force, and whether all that is given is of it. */
  plan?: { isActivationPlan: boolean; isAllOfIt: boolean } | undefined;
  /** Of a report to a court: the one that is named, and whether its document is among what is given. */
  report?: { isReady: boolean; isGiven: boolean } | undefined;
  /** Other clients whom the documents are about too. */
  sharedWith: number;
  declarations: readonly Declaration[];
  minorsBans: readonly MinorsBan[];
  said: Pick<PreparedContent, 'condition' | 'othersNecessary' | 'addressNecessary' | 'transferGround'>;
  thirdPersons: ThirdPersons;
  addresses: boolean;
  maySeeAddresses: boolean;
  article?: string | undefined;
  settings: Pick<InformationSettings, 'disclosure' | 'transfer'>;
  today: LocalDate;
};

/** Documents, and clients whom they are about too: so many are held to the moment of the sending in one commit. */
const MOST_AT_ONCE = 15;
const documentsOf = (data: readonly Datum[]): number => data.filter(({ kind }) => kind === 'document').length;

type Judged = readonly [isWrong: boolean, rule: DisclosureRule, path: string];

/**
 * The one gate: whether these data may be given to this requester for this purpose on this ground. All that stands
 * against it is told at once; nothing that stands against it can be waved through.
 */
export function mayDisclose(gate: Gate): Finding[] {
  const { request, data, settings, ground, said } = gate;
  const { disclosure } = settings;
  const isAsked = request.initiative === 'request';
  const isInWriting =
    (request.form === 'written' || request.form === 'electronic') &&
    (request.attachmentId !== undefined || request.paperId !== undefined);
  const judged: Judged[] = [
    [data.length === 0, 'itemised', '/body/pieces'],
    [documentsOf(data) + gate.sharedWith > MOST_AT_ONCE, 'fewAtOnce', '/body/pieces'],
    [request.purpose === 'directMarketing', 'noMarketing', '/body/purpose'],
    [request.purpose === 'research', 'researchByPermit', '/body/purpose'],
    [isAsked && disclosure.requestForm === 'written' && !isInWriting, 'formOfRequest', '/body/form'],
    [
      disclosure.recipients === 'authorityOnly' && !isAuthority(request.requester),
      'recipientAllowed',
      '/body/requester',
    ],
    ...(ground.kind === 'provision' ? byProvision(gate, ground) : byDeclaration(gate, ground)),
    ...banned(gate),
    [
      gate.thirdPersons === 'necessary' && said.othersNecessary === undefined,
      'thirdPersonsSaid',
      '/body/othersNecessary',
    ],
    [gate.sharedWith > 0 && gate.thirdPersons === 'none', 'sharedDocument', '/body/thirdPersons'],
    [
      gate.addresses && (said.addressNecessary === undefined || !isAuthority(request.requester)),
      'addressProtected',
      '/body/addresses',
    ],
    [gate.addresses && !gate.maySeeAddresses, 'addressOwnRight', '/body/addresses'],
    ...abroad(gate),
  ];
  return judged.flatMap(([isWrong, rule, path]) => (isWrong ? [disclosureFinding(rule, path)] : []));
}

function byProvision(
  { request, said, settings, today, represents, isDead, plan, report }: Gate,
  { key, provision, planId, custodyReportId }: Extract<Ground, { kind: 'provision' }>,
): Judged[] {
  const path = '/body/ground';
  // Whichever right it is: who acts for the client no more is given nothing as a representative.
  const isNoMore = request.requester === 'representative' && !represents;
  if (key === 'named') {
    return [
      [isNoMore, 'representativeNamed', path],
      [provision === undefined || isRepealed(provision, today), 'provisionInForce', path],
      [said.condition === undefined, 'conditionMet', '/body/condition'],
    ];
  }
  const row = provisionOn(key, today);
  if (row === undefined) return [[true, 'provisionInForce', path]];
  return [
    [
      !row.recipients.includes(request.requester) || !row.purposes.includes(request.purpose),
      'provisionFits',
      path,
    ],
    [row.initiative === 'onRequest' && request.initiative === 'own', 'onRequestOnly', path],
    [row.condition !== undefined && said.condition === undefined, 'conditionMet', '/body/condition'],
    [key === 'afterDeath' && (!isDead || request.form === 'oral'), 'deathAndApplication', path],
    [isNoMore, 'representativeNamed', path],
    [key === 'activationPlan' && !settings.disclosure.activationPlanExchange, 'exchangeInUse', path],
    [key === 'activationPlan' ? plan?.isActivationPlan !== true : planId !== undefined, 'planNamed', path],
    [key === 'activationPlan' && plan?.isAllOfIt === false, 'planDataAlone', '/body/pieces'],
    [key === 'custodyReport' ? report?.isReady !== true : custodyReportId !== undefined, 'reportNamed', path],
    [key === 'custodyReport' && report?.isGiven === false, 'reportGiven', '/body/pieces'],
  ];
}

const sameName = (one: string, other: string): boolean =>
  one.normalize('NFKC').trim().toLowerCase() === other.normalize('NFKC').trim().toLowerCase();

function byDeclaration(gate: Gate, { kind }: Extract<Ground, { kind: 'permit' | 'consent' }>): Judged[] {
  const { rests, request, data, settings, today } = gate;
  const path = '/body/ground';
  if (rests === undefined || rests.item.kind !== kind) return [[true, 'declarationInForce', path]];
  const { item, content } = rests;
  const isFor =
    kind === 'consent'
      ? item.consentFor === 'disclosure' &&
        content.recipients.some(
          (one) =>
            one.kind === recipientKindOf(request.requester) && sameName(one.name, request.requesterName),
        )
      : request.purpose === 'careOfClient' &&
        (item.permitFor === 'healthCare' ? HEALTH_PROVIDERS : SOCIAL_PROVIDERS).includes(request.requester);
  return [
    [kind === 'consent' && !settings.disclosure.byConsent, 'consentAllowed', path],
    [!isInForce(item, today), 'declarationInForce', path],
    [!isFor, 'declarationForRecipient', path],
    [data.some((datum) => !isWithin(item.scope, datum)), 'declarationCovers', '/body/pieces'],
  ];
}

/** Who stands before us, as a minor's ban asks it. */
export const receiverOf = (
  { requester, relationId }: Pick<Request, 'requester' | 'relationId'>,
  ground: Ground,
): Receiver =>
  requester === 'representative'
    ? {
        kind: 'representative',
        relationId,
        asParty: ground.kind === 'provision' && isRightOfParty(ground.key),
      }
    : { kind: 'other' };

/** What is given, as bans and consents name it. */
export const dataOf = ({
  pieces,
  baseData,
}: Pick<NonNullable<DisclosureItem['prepared']>, 'pieces' | 'baseData'>): Datum[] => [
  ...pieces,
  ...(baseData.length === 0 ? [] : [{ kind: 'baseData' as const }]),
];

/** A ban stands against a permit and a consent, and against those provisions that yield to it. */
function banned({ ground, declarations, minorsBans, request, data, today }: Gate): Judged[] {
  const row = ground.kind === 'provision' ? provisionOn(ground.key, today) : undefined;
  const yields = ground.kind !== 'provision' || row?.despiteBan === false;
  const isBanned = declarations.some(
    (item) =>
      item.kind === 'ban' && isInForce(item, today) && data.some((datum) => touches(item.scope, datum)),
  );
  const receiver = receiverOf(request, ground);
  return [
    [yields && isBanned, 'banned', '/body/pieces'],
    [!mayBeGivenTo(receiver, data, minorsBans).may, 'minorsBan', '/body/pieces'],
  ];
}

function abroad({ request, article, said, settings }: Gate): Judged[] {
  if (!isThirdCountry(request.country)) return [];
  const path = '/body/country';
  return [
    [settings.transfer.thirdCountry === 'never', 'thirdCountry', path],
    [article === undefined || said.transferGround === undefined, 'transferGrounded', '/body/article'],
  ];
}
