import { phaseOfWork } from '../../access/phase-of-work.ts';
import type { ActContext } from '../../act.ts';
import { documentClassOf } from '../../documents/document-class.ts';
import { validateContent } from '../../documents/validate.ts';
import type { Finding } from '../../kernel/finding.ts';
import type { CaseId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { helsinkiDateOf } from '../../kernel/local-date.ts';
import type { CaseHead } from '../cases/model.ts';
import type { ProcessPhase, Sensitivity } from '../entry-class.ts';
import { ServiceTask } from '../service-tasks.ts';
import type { SocialService } from '../social-services.ts';
import { fillBase, type KnownClient } from './base-data.ts';
import type { Defined } from './definitions.ts';
import { sensitivityOf } from './document-kinds.ts';
import type { DocumentContent, DocumentHead } from './model.ts';
import type { Office } from './office.ts';
import { judgeFrame } from './rules.ts';

/** What a writer or an act says of a document beside its content. */
export type OrderedFrame = {
  serviceTasks: readonly ServiceTask[];
  socialServices?: readonly SocialService[] | undefined;
  sensitivity?: Sensitivity | undefined;
  phase?: ProcessPhase | undefined;
  /** Its own time: now unless it is an older one. */
  documentAt?: Instant | undefined;
};

type DocumentFacts = Pick<
  DocumentHead,
  | 'definitionOid'
  | 'documentType'
  | 'kind'
  | 'serviceTasks'
  | 'socialServices'
  | 'sensitivity'
  | 'phase'
  | 'documentAt'
>;

/** What a document says in clear. */
export function factsOf(
  context: ActContext,
  order: OrderedFrame,
  { definition, entry }: Defined,
): DocumentFacts {
  const services = [...new Set(order.socialServices)].toSorted();
  return {
    definitionOid: definition.oid,
    documentType: definition.documentType,
    kind: documentClassOf(entry).kind,
    serviceTasks: ServiceTask.options.filter((task) => order.serviceTasks.includes(task)),
    socialServices: services,
    sensitivity: sensitivityOf(entry, order.sensitivity, services),
    phase: order.phase ?? phaseOfWork(context.actor),
    documentAt: order.documentAt ?? context.now,
  };
}

export const partiesOf = ({ organiser, unit }: Office): Pick<DocumentHead, 'organiser' | 'producer'> => ({
  organiser,
  ...(unit === undefined ? {} : { producer: unit }),
});

type Known = {
  office: Office;
  clients: readonly KnownClient[];
  /** Whose name the document bears: the worker's, or in a correction that of its first author. */
  author: { name: string; postTitle: string };
};

/** The content completed, and every finding of it at once. */
export function judged(
  { now }: Pick<ActContext, 'now'>,
  order: OrderedFrame & {
    content: DocumentContent;
    ofCase?: CaseHead | undefined;
    caseId?: CaseId | undefined;
    imported?: true | undefined;
  },
  { definition, find }: Defined,
  { office, clients, author }: Known,
): { content: DocumentContent; findings: Finding[] } {
  const on = helsinkiDateOf(order.documentAt ?? now);
  const filled = fillBase(definition, order.content, {
    clients,
    author,
    unit: office.unit,
    date: on,
    find,
    serviceTasks: order.serviceTasks,
    socialServices: order.socialServices ?? [],
    caseId: order.caseId,
    asItIs: order.imported,
  });
  // What was brought from elsewhere is judged as it came; that it names its clients aright is seen by completing it.
  const content = order.imported === true ? order.content : filled.content;
  const findings = [
    ...judgeFrame(order, order.ofCase, now),
    ...[...filled.findings, ...validateContent(definition, content, 'final', find, on)].map((finding) =>
      inContent(softened(finding, clients)),
    ),
  ];
  return { content, findings };
}

/** Where in the request: the content is one member of it. */
const inContent = (finding: Finding): Finding => ({ ...finding, path: `/content${finding.path ?? ''}` });

/** With a date of birth the law is content where the definition has no field for it (703/2023 § 38). */
const softened = (finding: Finding, clients: readonly KnownClient[]): Finding =>
  finding.rule === 'document.identityMissing' && clients.every(({ birthDate }) => birthDate !== undefined)
    ? { ...finding, severity: 'warning' }
    : finding;
