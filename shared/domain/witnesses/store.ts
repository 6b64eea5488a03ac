import type { ControllerRing } from '../../crypto/controller-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import type { Sealed } from '../../crypto/sealed.ts';
import { type ControllerId, formatId, WitnessFindingId } from '../../kernel/id.ts';
import { epochMsOf, type Instant } from '../../kernel/instant.ts';
import type { Tables } from '../../services.ts';
import { witnessKeys } from '../../table/keys.ts';
import { batchGet, getItem, type LastKey, type Page, query, queryAll } from '../../table/read.ts';
import { ExplanationWords, type Judgement, VersionsLooked, WitnessFinding, WitnessRun } from './model.ts';

const numberOf = (judgement: Judgement): '1' | '2' => (judgement === 'first' ? '1' : '2');

export const runKey = (controller: ControllerId, judgement: Judgement, from: Instant) =>
  witnessKeys.run(controller, numberOf(judgement), from);

/** The window that was judged last, or the first that ever was. */
export async function endRun(
  tables: Tables,
  controller: ControllerId,
  judgement: Judgement,
  end: 'last' | 'first',
): Promise<WitnessRun | undefined> {
  const pk = witnessKeys.runs(controller, numberOf(judgement));
  const page = await query(
    tables,
    controller,
    { table: 'records', pk, descending: end === 'last', limit: 1 },
    WitnessRun,
  );
  return page.items[0];
}

export const loadRun = (
  tables: Tables,
  controller: ControllerId,
  judgement: Judgement,
  from: Instant,
): Promise<WitnessRun | undefined> =>
  getItem(tables, controller, 'records', runKey(controller, judgement, from), WitnessRun);

/** Which of these are known already. */
export const knownFindings = (
  tables: Tables,
  controller: ControllerId,
  findingIds: readonly WitnessFindingId[],
): Promise<WitnessFinding[]> =>
  batchGet(
    tables,
    controller,
    'records',
    findingIds.map((findingId) => witnessKeys.finding(controller, findingId)),
    WitnessFinding,
  );

/** What was found of a time, explained or not. */
export const findingsBetween = (
  tables: Tables,
  controller: ControllerId,
  { from, to }: { from: Instant; to: Instant },
): Promise<WitnessFinding[]> =>
  queryAll(
    tables,
    controller,
    {
      table: 'records',
      pk: witnessKeys.findings(controller),
      span: {
        from: witnessKeys.finding(controller, idAt(from, 0)).sk,
        to: witnessKeys.finding(controller, idAt(to, 0)).sk,
      },
    },
    WitnessFinding,
  );

const idAt = (moment: Instant, filling: number): WitnessFindingId =>
  WitnessFindingId.parse(formatId(epochMsOf(moment), new Uint8Array(10).fill(filling)));

/** The latest first. */
export const pageOfFindings = (
  tables: Tables,
  controller: ControllerId,
  { limit, after }: { limit: number; after: LastKey | undefined },
): Promise<Page<WitnessFinding>> =>
  query(
    tables,
    controller,
    {
      table: 'records',
      pk: witnessKeys.findings(controller),
      descending: true,
      limit,
      ...(after === undefined ? {} : { after }),
    },
    WitnessFinding,
  );

export const loadFinding = (
  tables: Tables,
  controller: ControllerId,
  findingId: WitnessFindingId,
): Promise<WitnessFinding | undefined> =>
  getItem(tables, controller, 'records', witnessKeys.finding(controller, findingId), WitnessFinding);

/** How far the archive's versions were looked through. */
export const loadVersionsLooked = (
  tables: Tables,
  controller: ControllerId,
): Promise<VersionsLooked | undefined> =>
  getItem(tables, controller, 'records', witnessKeys.versions(controller), VersionsLooked);

const placeOf = (key: WitnessFinding) => recordPlace(key, 'explanation');

/** The words of whoever explains a finding, for the version in which they are to stand. */
export const sealExplanation = (ring: ControllerRing, item: WitnessFinding, words: string): Promise<Sealed> =>
  ring.seal(placeOf(item), item.version, words);

export async function openExplanation(ring: ControllerRing, item: WitnessFinding): Promise<string> {
  if (item.explanation === undefined) throw new Error('Nobody has explained it.');
  return ring.open(item.explanation.words, placeOf(item), ExplanationWords);
}
