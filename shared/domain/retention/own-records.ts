import { type DateRange, inForce } from '../../kernel/date-range.ts';
import { LocalDate } from '../../kernel/local-date.ts';

/**
 * Retention of what is no client document: the log, accounting material, workers' rights, parties (J-7.5). Where a statute
 * says nothing, the period is the controller's archive plan's to give, and until it does the thing is kept: `years` is
 * left out, never guessed. Accounting material stands apart: the ledger keeps its own copy, which no disposal of a
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
  byPlan('settings', 'never'),
  byPlan('disposalCertificate', 'never'),
  byPlan('statistics', 'never'),
  byPlan('settingsProposal', 'ended'),
  byPlan('notice', 'ended'),
  byPlan('breach', 'ended'),
  byPlan('researchPermit', 'ended'),
  byPlan('calendar', 'ended'),
  byPlan('plantingDay', 'ended'),
  byPlan('witness', 'ended'),
];

/** What holds on a day: the law's period, or a longer one of the controller's plan, which names the kind. */
export function ownRecordRules(
  on: LocalDate,
  plan: readonly { recordType: string; years: number | null; startEvent?: string | null; source: string }[],
): OwnRecordRule[] {
  return OWN_RECORD_RULES.filter(({ validity }) => inForce(validity, on)).map((rule) => {
    const planned = plan.find(({ recordType }) => recordType === rule.kind);
    if (planned === undefined) return rule;
    const { years, ...rest } = rule;
    if (planned.years === null) return { ...rest, from: 'never', source: planned.source };
    // Of an event that is not known here nothing can be counted: it is kept, and never shorter than the law says.
    if ((planned.startEvent ?? rule.from) !== rule.from)
      return years === undefined ? { ...rest, source: planned.source } : rule;
    return years === undefined || planned.years > years
      ? { ...rest, years: planned.years, source: planned.source }
      : rule;
  });
}
