import { type KeyRing, keyRing } from '../../shared/crypto/key-ring.ts';
import { loadClientKeys } from '../../shared/domain/clients/file.ts';
import { DocumentHead } from '../../shared/domain/documents/model.ts';
import { loadDocument } from '../../shared/domain/documents/store.ts';
import { partsOf } from '../../shared/domain/words/merge.ts';
import { referenceOf } from '../../shared/domain/words/model.ts';
import { placeOfDocument } from '../../shared/domain/words/places.ts';
import { merged, type Segment, segmentOf } from '../../shared/domain/words/segment.ts';
import { newSegment } from '../../shared/domain/words/store.ts';
import { DocumentId } from '../../shared/kernel/id.ts';
import { plusMinutes } from '../../shared/kernel/instant.ts';
import { newId } from '../../shared/new-id.ts';
import type { WordsSize } from '../../shared/table/keys.ts';
import { actingContext } from '../support/deadlines.ts';
import type { County } from './county.ts';
import { AnyItem, type Filler, fill } from './fill.ts';
import type { Stage } from './stage.ts';
import { SUMMARIES, summariesOf } from './summaries.ts';
import { withTexts } from './values.ts';
import { documentsWords } from './vocabulary.ts';

/** How many entries a segment of each size has, where the merging has gone on as documents were written. */
const SIZES: readonly (readonly [WordsSize, number])[] = [
  ['z', 4_096],
  ['d', 512],
  ['c', 64],
  ['b', 8],
  ['a', 1],
];
/** One document an hour before the other. */
const BETWEEN_MINUTES = 60;

/** The client has so many documents and their words, all but the latest ones older than the narrative that stands there. */
export async function fillDocuments(county: County, stage: Stage, size: number): Promise<void> {
  const { world, bare } = county;
  const { services, controller } = world;
  const { clientId } = stage;
  const context = actingContext(world);
  const [latest] = await summariesOf(stage);
  if (latest === undefined) throw new Error('There is no document.');
  const [stored, keys] = await Promise.all([
    loadDocument(context, clientId, latest),
    loadClientKeys(services.tables, controller, clientId),
  ]);
  if (keys === undefined) throw new Error('The client has no keys.');
  const head = DocumentHead.parse(stored);
  const ids = Array.from({ length: size - SUMMARIES }, (_, place) =>
    DocumentId.parse(newId(services, plusMinutes(head.documentAt, -BETWEEN_MINUTES * (place + 1)))),
  );
  const table = services.tables.records;
  function* heads(): Generator<Filler, void> {
    for (const id of ids) {
      const copy = withTexts(head, (text) => text.replaceAll(head.documentId, id));
      yield { table, item: AnyItem.parse(copy) };
    }
  }
  await fill(bare, heads());
  const items = await wordsOf(ids, { context, ring: keyRing(services, controller, keys), head });
  await fill(bare, items.map((item) => ({ table, item })).values());
}

type Where = { context: ReturnType<typeof actingContext>; ring: KeyRing; head: DocumentHead };

/** The segments that would be left of so many writes. */
async function wordsOf(ids: readonly DocumentId[], { context, ring, head }: Where) {
  const words = documentsWords();
  const place = placeOfDocument(head);
  const segments: [WordsSize, Segment][] = [];
  let left = ids;
  for (const [size, count] of SIZES) {
    while (left.length >= count) {
      const taken = left.slice(0, count);
      left = left.slice(count);
      const each = taken.map((id) => segmentOf(referenceOf({ kind: 'document', id }), words.next().value));
      const parts = partsOf(merged(each));
      segments.push(...parts.map((part): [WordsSize, Segment] => [parts.length > 1 ? 'z' : size, part]));
    }
  }
  return Promise.all(segments.map(([size, segment]) => newSegment(context, ring, place, size, segment)));
}
