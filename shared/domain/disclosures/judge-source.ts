import type { Finding } from '../../kernel/finding.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { InformationSettings } from '../controllers/settings/information.ts';
import { type Addressee, isBoundToAnswer, sourceProvisionOn } from './addressees.ts';
import type { Declaration, SealedDeclaration } from './declaration.ts';
import { isInForce } from './judge-declaration.ts';
import { type SourceRule, sourceFinding } from './source-finding.ts';
import type { SourceContent, SourceGround, SourceRequest } from './source-request.ts';

export type SourceFacts = {
  request: Pick<
    SourceRequest,
    'initiative' | 'on' | 'form' | 'addressee' | 'purpose' | 'ground' | 'toldOn' | 'othersAsked'
  > &
    Pick<SourceContent, 'name' | 'doubt'>;
  rests?: { item: Declaration; content: SealedDeclaration } | undefined;
  /** The client's other requests, by which a financial institution may be asked. */
  others: readonly SourceRequest[];
  settings: InformationSettings;
  today: LocalDate;
};

type Judged = readonly [isWrong: boolean, rule: SourceRule, path: string];

/** What stands against asking, or is missing of what came by itself. */
export function judgeSource(facts: SourceFacts): Finding[] {
  const { request, settings, today } = facts;
  const judged: Judged[] = [
    [request.on > today, 'byToday', '/body/on'],
    ...(request.ground.kind === 'provision' ? byProvision(facts, request.ground) : byConsent(facts)),
    ...(request.addressee === 'financialInstitution' ? ofBank(facts) : []),
    [
      request.ground.kind === 'provision'
        ? !settings.sources.grounds.includes('statute')
        : !settings.sources.grounds.includes('consent'),
      'groundInUse',
      '/body/ground',
    ],
  ];
  return judged.flatMap(([isWrong, rule, path]) => (isWrong ? [sourceFinding(rule, path)] : []));
}

function byProvision(
  { request, settings, today }: SourceFacts,
  { key }: Extract<SourceGround, { kind: 'provision' }>,
): Judged[] {
  const row = sourceProvisionOn(key, today);
  const path = '/body/ground';
  if (row === undefined) return [[true, 'provisionFits', path]];
  const isTold = request.toldOn !== undefined && request.toldOn <= request.on;
  return [
    [!row.addressees.includes(request.addressee), 'addresseeListed', '/body/addressee'],
    [!row.purposes.includes(request.purpose), 'provisionFits', path],
    [request.initiative === 'asked' && row.tellFirst && !isTold, 'clientToldFirst', '/body/toldOn'],
    [key === 'activationPlan' && !settings.disclosure.activationPlanExchange, 'provisionFits', path],
  ];
}

const normal = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

function byConsent({ request, rests, today }: SourceFacts): Judged[] {
  const path = '/body/ground';
  if (rests === undefined || rests.item.kind !== 'consent') return [[true, 'consentInForce', path]];
  const isFor =
    rests.item.consentFor === 'source' &&
    rests.content.recipients.some((one) => normal(one.name) === normal(request.name));
  return [
    [!isInForce(rests.item, today), 'consentInForce', path],
    [!isFor, 'consentForAddressee', path],
  ];
}

/** The four gates of § 64, 2 mom.; that an appointed officeholder decides is a right of its own. */
function ofBank({ request, others, settings }: SourceFacts): Judged[] {
  const asked = others.filter(({ sourceRequestId }) => request.othersAsked.includes(sourceRequestId));
  const isExhausted =
    asked.length > 0 &&
    asked.length === request.othersAsked.length &&
    asked.every(({ addressee, receipt }) => isAskedInVain(addressee, receipt?.outcome));
  const isTold = request.toldOn !== undefined && request.toldOn <= request.on;
  return [
    [!settings.sources.financialInstitution, 'bankInUse', '/body/addressee'],
    [!isExhausted, 'othersAskedFirst', '/body/othersAsked'],
    [request.doubt === undefined, 'doubtSaid', '/body/doubt'],
    [request.form !== 'written', 'bankInWriting', '/body/form'],
    [request.ground.kind !== 'provision' && !isTold, 'clientToldFirst', '/body/toldOn'],
  ];
}

const isAskedInVain = (addressee: Addressee, outcome: string | undefined): boolean =>
  isBoundToAnswer(addressee) && (outcome === 'insufficient' || outcome === 'nothing');
