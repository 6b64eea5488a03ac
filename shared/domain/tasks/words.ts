import * as z from 'zod';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import type { Sealed } from '../../crypto/sealed.ts';
import type { CaseId, TaskId } from '../../kernel/id.ts';
import type { PartitionKey } from '../../table/keys.ts';
import type { Task } from './model.ts';

/** What is to be done, in words: sealed under the case, or the client. */
export const TaskWords = z.string().trim().min(1).max(2000);

/** A place of the task's own, which does not change when it is over and moves. */
const placeOf = ({ pk, taskId }: { pk: PartitionKey; taskId: TaskId }) =>
  recordPlace({ pk, sk: taskId }, 'words');

export const sealTaskWords = (
  ring: KeyRing,
  of: { pk: PartitionKey; taskId: TaskId; caseId?: CaseId | undefined },
  words: string,
): Promise<Sealed> => ring.seal(of.caseId, placeOf(of), 1, words);

export const openTaskWords = (ring: KeyRing, task: Task): Promise<string | undefined> =>
  task.words === undefined ? Promise.resolve(undefined) : ring.open(task.words, placeOf(task), TaskWords);
