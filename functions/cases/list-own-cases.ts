import type * as z from 'zod';
import { CASE_ACTIONS } from '../../shared/access/actions/cases.ts';
import type { Identity } from '../../shared/access/actor.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import type { CaseHead } from '../../shared/domain/cases/model.ts';
import { casesOfWorker } from '../../shared/domain/cases/worklists.ts';
import { type FoundRows, foundRows, rowsOf } from '../../shared/http/found-rows.ts';
import type { PageQuery } from '../../shared/http/paging.ts';
import type { Services } from '../../shared/services.ts';
import { type Worklist, worklist } from './worklist.ts';

type Input = { query: z.infer<typeof PageQuery> };
const QUESTION = 'own';

export const findOwnCases = (
  services: Services,
  caller: Identity,
  { query }: Input,
): Promise<FoundRows<CaseHead>> =>
  foundRows(services, caller, { action: CASE_ACTIONS.listOwnCases, question: QUESTION, query }, (asked) =>
    casesOfWorker(services, caller, asked),
  );

/** The active cases this worker is responsible for, the latest opened first. */
export const listOwnCases = (
  context: ActContext,
  _input: Input,
  found: FoundRows<CaseHead> | undefined,
): Promise<Reading<Worklist>> =>
  worklist(context, rowsOf(found), {
    question: QUESTION,
    mayList: ({ responsibleWorkerId }) => responsibleWorkerId === context.actor.userId,
  });
