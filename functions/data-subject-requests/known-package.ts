import * as z from 'zod';
import type { ActContext, LinePart } from '../../shared/act.ts';
import type { SubjectRequest } from '../../shared/domain/data-subject-requests/model.ts';
import type {
  InspectionPackage,
  StoredItem,
} from '../../shared/domain/data-subject-requests/package/model.ts';
import { InspectionPackage as Package } from '../../shared/domain/data-subject-requests/package/model.ts';
import { loadPackage } from '../../shared/domain/data-subject-requests/package/store.ts';
import { PackageId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { knownRequest, type OneRequest } from './known-request.ts';

/** A package without what is in it. */
export const PackageHead = z
  .strictObject({
    ...Package.pick({
      packageId: true,
      state: true,
      asOf: true,
      releasedAt: true,
      releasedBy: true,
      version: true,
    }).shape,
    parts: z.array(Package.shape.parts.element.omit({ review: true, pieces: true })),
  })
  .meta({ id: 'InspectionPackage' });

export const headOfPackage = (head: InspectionPackage): z.infer<typeof PackageHead> =>
  PackageHead.strip().parse({
    ...head,
    parts: head.parts.map(({ review: _review, pieces: _pieces, ...part }) => part),
  });

export const PackageChanged = z
  .strictObject({
    packageId: PackageId,
    version: z.int(),
    parts: z.int(),
    /** There is more of the file than one call could put together: call again. */
    more: z.boolean(),
  })
  .meta({ id: 'InspectionPackageChanged' });
export type PackageChanged = z.infer<typeof PackageChanged>;

export const changedOf = ({ packageId, version, parts, state }: InspectionPackage): PackageChanged => ({
  packageId,
  version,
  parts: parts.length,
  more: state === 'assembling',
});

/** The package of a known request. @throws Refusal not found. */
export async function knownPackage(
  context: ActContext,
  params: OneRequest,
): Promise<{ request: SubjectRequest; head: InspectionPackage }> {
  const [request, head] = await Promise.all([
    knownRequest(context, params),
    loadPackage(context, params.clientId, params.requestId),
  ]);
  if (head === undefined) throw new Refusal(COMMON_REFUSALS.notFound, { concerns: [params.clientId] });
  return { request, head };
}

/** The line of a package or of a part of it: whatever a part shows, it shows of its client. */
export function lineOfPackage(head: InspectionPackage, items: readonly StoredItem[] = []): LinePart {
  const client = head.clientId;
  const kinds = { caseNote: 'caseNote', document: 'document', decision: 'decision' } as const;
  return {
    clients: [client],
    resources: [
      { kind: 'inspectionPackage', id: head.packageId, client, version: head.version },
      ...items.flatMap(({ kind, id }) => {
        const known = Object.entries(kinds).find(([name]) => name === kind)?.[1];
        return known === undefined || id === undefined ? [] : [{ kind: known, id, client }];
      }),
    ],
    dataGroups: [...new Set(['dataRequests' as const, ...items.flatMap(({ part }) => GROUP_OF[part])])],
    reasonId: head.requestId,
  };
}

const GROUP_OF = {
  baseData: 'baseData',
  network: 'family',
  clienthood: 'clienthood',
  cases: 'case',
  narrative: 'caseNotes',
  documents: 'documents',
  attachments: 'attachments',
  papers: 'papers',
  decisions: 'decisions',
  services: 'services',
  plans: 'plans',
  assessments: 'assessments',
  appointments: 'appointments',
  work: 'tasks',
  intake: 'intake',
  log: 'dataRequests',
} as const;
