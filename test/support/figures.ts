import { expect } from 'vitest';
import * as z from 'zod';
import { Row } from '../../shared/domain/statistics/model.ts';
import type { Worker } from './world.ts';

/** The rows of an edition made now, by measure and part. */
export async function exportedFigures(
  mainUser: Worker,
  definitionId: string,
  period: string,
  use: object,
): Promise<Record<string, unknown>> {
  const body = { definitionId, period, use };
  const made = await mainUser.call('POST', '/v1/statistics/exports', { body });
  expect(made.status, made.body).toBeLessThan(300);
  const { edition } = z.looseObject({ edition: z.int() }).parse(made.json);
  const read = await mainUser.call('GET', `/v1/statistics/exports/${definitionId}/${period}/${edition}`);
  const { rows } = z.looseObject({ rows: z.array(Row) }).parse(read.json);
  return Object.fromEntries(
    rows.map(({ measure, key, value }) => [key === undefined ? measure : `${measure} ${key}`, value]),
  );
}
