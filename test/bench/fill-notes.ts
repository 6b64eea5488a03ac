import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { formatId, NoteId } from '../../shared/kernel/id.ts';
import { epochMsOf, Instant, plusMinutes } from '../../shared/kernel/instant.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import type { County } from './county.ts';
import { AnyItem, type Filler, fill } from './fill.ts';
import type { Stage } from './stage.ts';
import { withTexts } from './values.ts';

const START = Instant.parse('2015-01-01T00:00:00.000Z');

/** So many more entries in the client's narrative, all older than those that stand there. */
export async function fillNotes({ world, bare }: County, { clientId }: Stage, count: number): Promise<void> {
  const { services, controller } = world;
  const table = services.tables.records;
  const { from, to } = clientKeys.spans.notes;
  const { Items } = await bare.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: {
        ':pk': clientKeys.partition(controller, clientId),
        ':from': from,
        ':to': to,
      },
      Limit: 1,
    }),
  );
  const item = AnyItem.parse(Items?.[0]);
  const { noteId } = z.object({ noteId: NoteId }).parse(item);
  function* copies(): Generator<Filler, void> {
    for (let place = 0; place < count; place += 1) {
      const id = formatId(epochMsOf(plusMinutes(START, place * 60)), services.random(10));
      yield { table, item: AnyItem.parse(withTexts(item, (text) => text.replaceAll(noteId, id))) };
    }
  }
  await fill(bare, copies());
}
