import { DocumentKind, type Sensitivity } from '../entry-class.ts';
import type { ServiceTask } from '../service-tasks.ts';
import type { SocialService } from '../social-services.ts';
import type { DocumentHead } from './model.ts';

/** The kinds that documents have: clienthood data and narrative entries lie elsewhere. */
export const KINDS: readonly DocumentKind[] = DocumentKind.options.filter(
  (kind) => kind !== 'clienthood' && kind !== 'caseNote',
);

/** The kinds of what is kept beside documents: attachments and papers of entries too. */
export const KEPT_KINDS: readonly DocumentKind[] = DocumentKind.options;

/**
 * Where a document stands in the indexes by visibility class, as notes do. Who may use every kind of a task reads by
 * task; who gives a service reads by service (457/2024 § 15); whose duty reaches some kinds only (private providers,
 * administration, health care) reads by kind. What is sensitive is little, and has one class a kind, whatever the task.
 * A document of several tasks or services has a class of its own, which every list also looks into.
 */
export type DocumentClass =
  | { by: 'task'; serviceTask: ServiceTask; sensitivity: Sensitivity }
  | { by: 'service'; serviceTask: ServiceTask; service: SocialService }
  | { by: 'kind'; kind: DocumentKind; serviceTask: ServiceTask }
  | { by: 'sensitiveKind'; kind: DocumentKind; sensitivity: Sensitivity }
  | { by: 'several'; sensitivity: Sensitivity };

export type Classified = Pick<DocumentHead, 'serviceTasks' | 'socialServices' | 'sensitivity' | 'kind'>;

export function classesOfDocument({
  serviceTasks,
  socialServices,
  sensitivity,
  kind,
}: Classified): DocumentClass[] {
  const [serviceTask, ...moreTasks] = serviceTasks;
  const [service, ...moreServices] = socialServices;
  if (serviceTask === undefined || moreTasks.length > 0 || moreServices.length > 0) {
    return [{ by: 'several', sensitivity }];
  }
  return [
    { by: 'task', serviceTask, sensitivity },
    sensitivity === 'ordinary'
      ? { by: 'kind', kind, serviceTask }
      : { by: 'sensitiveKind', kind, sensitivity },
    ...(service === undefined ? [] : [{ by: 'service' as const, serviceTask, service }]),
  ];
}

/** The words that the controller's opaque code is made from. */
export function wordsOfDocumentClass(documentClass: DocumentClass): string[] {
  switch (documentClass.by) {
    case 'task':
      return ['task', documentClass.serviceTask, documentClass.sensitivity];
    case 'service':
      return ['service', documentClass.serviceTask, documentClass.service];
    case 'kind':
      return ['kind', documentClass.kind, documentClass.serviceTask];
    case 'sensitiveKind':
      return ['sensitiveKind', documentClass.kind, documentClass.sensitivity];
    case 'several':
      return ['several', documentClass.sensitivity];
    default:
      return documentClass satisfies never;
  }
}

/** Which index holds a class. */
export const indexOfClass = ({ by }: DocumentClass): 'gsi1' | 'gsi2' | 'gsi3' =>
  by === 'service' ? 'gsi1' : by === 'kind' || by === 'sensitiveKind' ? 'gsi2' : 'gsi3';
