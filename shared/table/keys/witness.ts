import type { ControllerId, WitnessFindingId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { type Key, partition, sort } from './parts.ts';

/** What the witnesses of the access log found, and which windows were judged. */
export const witnessKeys = {
  findings: (controller: ControllerId) => partition(controller, 'wf'),
  finding: (controller: ControllerId, findingId: WitnessFindingId): Key => ({
    pk: witnessKeys.findings(controller),
    sk: sort(findingId),
  }),
  /** `judgement` is `1` or `2`. */
  runs: (controller: ControllerId, judgement: '1' | '2') => partition(controller, 'wr', judgement),
  run: (controller: ControllerId, judgement: '1' | '2', from: Instant): Key => ({
    pk: witnessKeys.runs(controller, judgement),
    sk: sort(from),
  }),
};
