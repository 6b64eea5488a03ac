import type { ActContext, Change } from '../../act.ts';
import { sha256Of } from '../../crypto/sha256.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { COMMON_REFUSALS, Refusal } from '../../kernel/refusal.ts';
import { changed, created } from '../../table/item.ts';
import { statisticsKeys } from '../../table/keys.ts';
import type { ControllerSettings } from '../controllers/settings/settings.ts';
import { settingsOf } from '../controllers/settings-cache.ts';
import { countFigures } from './count.ts';
import { csvOf } from './csv.ts';
import { countPeriod, type Told } from './cubes/period.ts';
import { type LatestEdition, nameOfUse, type StatisticsEdition, type StatisticsUse } from './edition.ts';
import { type FigureDefinition } from './figure-definition.ts';
import { filledForm, formFor } from './form.ts';
import { mustBeOneOf, mustCountOnce } from './known-definition.ts';
import { type Difference, type Dimension, MOST_ROWS, type Row } from './model.ts';
import { dayAfter, type Period } from './periods.ts';
import { STATISTICS_REFUSALS } from './refusals.ts';
import { findEdition, loadEdition, loadLatest, municipalities } from './store.ts';
import { storedEdition } from './stored-edition.ts';

export type Made = { edition: StatisticsEdition; changes: Change[]; facts: number };

/**
 * The figures of a period that is over, counted and laid down for a use. The same figures are the same edition, for
 * whatever use; other figures are the next edition, which says what became different. One that stands is answered as it is.
 * @throws Refusal `statistics.notOver`, `statistics.wholePeriods`, `statistics.mayNotBeGiven`,
 * `statistics.formUnknown`, `statistics.tooLarge`.
 */
export async function makeEdition(
  context: ActContext,
  definition: FigureDefinition,
  period: Period,
  use: StatisticsUse,
  told?: Told,
): Promise<Made> {
  const { actor, now } = context;
  const { controller: own, collectionForms } = await expectMayBeMade(context, definition, period, use);
  const [found, municipalityOf, latest, numbered] = await Promise.all([
    countPeriod(context, period, told),
    municipalities(context, own.municipalities),
    loadEdition(context, definition.id, period),
    loadLatest(context, definition.id, period),
  ]);
  const rows = [undefined, ...divisionsOf(definition)].flatMap((by) =>
    countFigures(definition.measures, found.cubes, by, municipalityOf).flatMap((one) => rowOf(one, by)),
  );
  if (rows.length > MOST_ROWS) throw new Refusal(STATISTICS_REFUSALS.tooLarge);

  const said = formFor(collectionForms, definition, use);
  const form =
    said === undefined
      ? undefined
      : filledForm(said, { definition, period, rows, divisions: divisionsOf(definition) });
  const hasRows =
    latest !== undefined &&
    latest.definitionVersion === definition.version &&
    canonicalJson(latest.rows) === canonicalJson(rows);
  const keyOf = (edition: number) =>
    statisticsKeys.edition(actor.controller, {
      definitionId: definition.id,
      period,
      edition,
      use: nameOfUse(use),
    });
  const standing = hasRows ? await findEdition(context, keyOf(latest.edition)) : undefined;
  const hasForm =
    standing === undefined || canonicalJson(standing.form ?? null) === canonicalJson(form ?? null);
  if (standing !== undefined && hasForm) return { edition: standing, changes: [], facts: found.facts };
  // The same figures in another form are the next edition: one that was given is never changed.
  const isSame = hasRows && hasForm;
  const number = latest === undefined ? 1 : latest.edition + (isSame ? 0 : 1);
  const csv = csvOf(definition, period, rows);
  const edition: StatisticsEdition = {
    ...keyOf(number),
    entity: 'statisticsEdition',
    ...created(now, actor.userId),
    definitionId: definition.id,
    definitionVersion: definition.version,
    period,
    edition: number,
    use,
    rows,
    differences: isSame ? latest.differences : differencesOf(latest?.rows, rows),
    facts: found.facts,
    snapshot: found.snapshot,
    csv: { bytes: new TextEncoder().encode(csv).length, sha256: sha256Of(csv) },
    ...(form === undefined ? {} : { form }),
    madeAt: now,
  };
  const stored = storedEdition(edition);
  if (stored === undefined) throw new Refusal(STATISTICS_REFUSALS.tooLarge);
  return {
    edition,
    changes: [
      { put: stored, when: 'absent', otherwise: COMMON_REFUSALS.conflict },
      latestOf(context, numbered, edition),
    ],
    facts: found.facts,
  };
}

/**
 * What is known before anything is counted: whoever asks for what may not be made changes nothing.
 * @throws Refusal `statistics.personsOverYears`, `statistics.wholePeriods`, `statistics.notOver`,
 * `statistics.mayNotBeGiven`.
 */
export async function expectMayBeMade(
  { services, actor, today }: ActContext,
  definition: FigureDefinition,
  period: Period,
  use: StatisticsUse,
): Promise<ControllerSettings> {
  mustCountOnce(definition, period);
  mustBeOneOf(definition.periods, period);
  if (today < dayAfter(period)) throw new Refusal(STATISTICS_REFUSALS.notOver);
  const settings = await settingsOf(services, actor.controller);
  const { recipients, ownUses } = settings.statistics;
  const mayBe = use.kind === 'own' ? ownUses.includes(use.use) : recipients.includes(use.recipient);
  if (!mayBe) throw new Refusal(STATISTICS_REFUSALS.mayNotBeGiven);
  return settings;
}

/** Two that count one period at a moment meet here: one of them counts again, and takes the next number. */
function latestOf(
  { actor, now }: ActContext,
  before: LatestEdition | undefined,
  { definitionId, period, edition }: StatisticsEdition,
): Change {
  const put: LatestEdition = {
    ...statisticsKeys.latest(actor.controller, definitionId, period),
    entity: 'latestEdition',
    ...(before === undefined ? created(now, actor.userId) : changed(before, now, actor.userId)),
    period,
    edition,
  };
  const when = before === undefined ? ('absent' as const) : { version: before.version };
  return { put, when, otherwise: COMMON_REFUSALS.conflict };
}

/**
 * What an edition holds beside the whole: the division that is published, municipalities where it has them, and what
 * its recipient asks for besides.
 */
export const divisionsOf = ({ dimensions, publishedBy, givenBy = [] }: FigureDefinition): Dimension[] =>
  dimensions.filter((one) => one === publishedBy || one === 'municipality' || givenBy.includes(one));

/** The whole of each measure stands once, whatever it is divided by. */
function rowOf(
  { measure, key, value }: { measure: string; key?: string; value: number },
  by: Dimension | undefined,
): Row[] {
  if (by === undefined) return [{ measure, value }];
  return key === undefined ? [] : [{ measure, by, key, value }];
}

const nameOf = ({ measure, by = '', key = '' }: Row): string => [measure, by, key].join('\u0000');

function differencesOf(before: readonly Row[] | undefined, after: readonly Row[]): Difference[] {
  if (before === undefined) return [];
  const was = new Map(before.map((row) => [nameOf(row), row]));
  const is = new Map(after.map((row) => [nameOf(row), row]));
  return [...new Map([...was, ...is])].flatMap(([name, { measure, by, key }]) => {
    const [from, to] = [was.get(name)?.value ?? 0, is.get(name)?.value ?? 0];
    if (from === to) return [];
    return [
      {
        ...(by === undefined ? {} : { by }),
        measure,
        ...(key === undefined ? {} : { key }),
        before: from,
        after: to,
      },
    ];
  });
}
