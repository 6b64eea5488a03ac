import { type DateRange, inForce } from '../../kernel/date-range.ts';
import { LocalDate } from '../../kernel/local-date.ts';

/**
 * Retention of what is no client document: the log, accounting material, workers' rights, parties (J-7.5). Where a statute
 * says nothing, the period is the controller's archive plan's to give. Of what the plan does not name a setting says how
 * long it is kept: its values are ours and have no source, and where there is none either the thing is kept. What is kept
 * for good says why, and no plan shortens it. Accounting material stands apart: the ledger keeps its own copy, which no disposal of a
 * client's file touches.
 */
export type OwnRecordRule = {
  kind:
    | 'accessLog'
    | 'disclosureLog'
    | 'accountingVoucher'
    | 'accountingBook'
    | 'commitment'
    | 'grant'
    | 'user'
    | 'party'
    | 'contract'
    | 'delegation'
    | 'settings'
    | 'disposalCertificate'
    | 'statistics'
    | 'fact'
    | 'settingsProposal'
    | 'notice'
    | 'breach'
    | 'researchPermit'
    | 'calendar'
    | 'plantingDay'
    | 'witness';
  years?: number;
  from: 'logged' | 'endOfAccountingPeriod' | 'endOfYearOfAccountingPeriod' | 'ended' | 'destroyed' | 'never';
  source: string;
  validity: DateRange;
  /** Of what is kept for good: what it is needed for. */
  why?: string;
};

const SINCE_2024: DateRange = { from: LocalDate.parse('2024-01-01') };
const SINCE_2016: DateRange = { from: LocalDate.parse('2016-01-01') };
const PLAN = 'arkistosuunnitelma: rekisterinpitäjä antaa säilytysajan';

const byPlan = (kind: OwnRecordRule['kind'], from: OwnRecordRule['from']): OwnRecordRule => ({
  kind,
  from,
  source: PLAN,
  validity: SINCE_2024,
});

const forGood = (kind: OwnRecordRule['kind'], why: string): OwnRecordRule => ({
  kind,
  from: 'never',
  source: 'järjestelmän oma ratkaisu, jolle ei ole lähdettä',
  validity: SINCE_2024,
  why,
});

const OWN_RECORD_RULES: readonly OwnRecordRule[] = [
  { kind: 'accessLog', years: 12, from: 'logged', source: '703/2023 liite', validity: SINCE_2024 },
  { kind: 'disclosureLog', years: 12, from: 'logged', source: '703/2023 liite', validity: SINCE_2024 },
  {
    kind: 'accountingVoucher',
    years: 6,
    from: 'endOfYearOfAccountingPeriod',
    source: '1336/1997 2 luku 10 § (1620/2015)',
    validity: SINCE_2016,
  },
  {
    kind: 'accountingBook',
    years: 10,
    from: 'endOfAccountingPeriod',
    source: '1336/1997 2 luku 10 § (1620/2015)',
    validity: SINCE_2016,
  },
  byPlan('commitment', 'ended'),
  byPlan('grant', 'ended'),
  byPlan('user', 'ended'),
  byPlan('party', 'ended'),
  byPlan('contract', 'ended'),
  byPlan('delegation', 'ended'),
  forGood('settings', 'asiakirjoista pitää nähdä, minkä valintojen aikana ne on tehty'),
  forGood(
    'disposalCertificate',
    'hävittäminen osoitetaan, ja palautuksen jälkeen se tehdään sen mukaan uudelleen',
  ),
  forGood('statistics', 'summia, joista ei erotu ketään: uutta verrataan siihen, mikä on jo annettu'),
  byPlan('fact', 'ended'),
  byPlan('settingsProposal', 'ended'),
  byPlan('notice', 'ended'),
  byPlan('breach', 'ended'),
  byPlan('researchPermit', 'ended'),
  byPlan('calendar', 'ended'),
  byPlan('plantingDay', 'ended'),
  byPlan('witness', 'ended'),
];

const UNSOURCED = 'rekisterinpitäjän asetus; oletuksella ei ole lähdettä';

type Planned = { recordType: string; years: number | null; startEvent?: string | null; source: string };
type OfController = { rules: readonly Planned[]; ownRecordYears: Readonly<Record<string, number | null>> };

/** What holds on a day: the law's period, or a longer one of the controller's plan, which names the kind; else the setting. */
export const ownRecordRules = (on: LocalDate, { rules, ownRecordYears }: OfController): OwnRecordRule[] =>
  OWN_RECORD_RULES.filter(({ validity }) => inForce(validity, on)).map((rule) => {
    if (rule.why !== undefined) return rule;
    const planned = rules.filter(({ recordType }) => recordType === rule.kind);
    if (planned.length > 0)
      return longest(
        planned.map((one) => asPlanned(rule, one)),
        rule,
      );
    const years = rule.years ?? ownRecordYears[rule.kind] ?? undefined;
    return years === rule.years || years === undefined ? rule : { ...rule, years, source: UNSOURCED };
  });

/** Of several rows of the plan about one kind the one that keeps longest: for good, until it is known, then by years. */
const longest = (ruled: readonly OwnRecordRule[], or: OwnRecordRule): OwnRecordRule => {
  const [first = or] = ruled.toSorted((a, b) => keptFor(b) - keptFor(a));
  return first;
};

const keptFor = ({ from, years }: OwnRecordRule): number =>
  from === 'never' || years === undefined ? Number.MAX_SAFE_INTEGER : years;

function asPlanned(rule: OwnRecordRule, planned: Planned): OwnRecordRule {
  const { years, ...rest } = rule;
  if (planned.years === null) return { ...rest, from: 'never', source: planned.source };
  // Of an event that is not known here nothing can be counted: it is kept, and never shorter than the law says.
  if ((planned.startEvent ?? rule.from) !== rule.from)
    return years === undefined ? { ...rest, source: planned.source } : rule;
  return years === undefined || planned.years > years
    ? { ...rest, years: planned.years, source: planned.source }
    : rule;
}

/** Years that what is of a kind is kept after its end; nothing where it is kept until the plan says. */
export function yearsOfOwn(
  kind: OwnRecordRule['kind'],
  on: LocalDate,
  retention: OfController,
): number | undefined {
  const rule = ownRecordRules(on, retention).find((one) => one.kind === kind);
  return rule === undefined || rule.from === 'never' ? undefined : rule.years;
}
