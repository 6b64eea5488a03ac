import type { EntryTypeKey } from '../../documents/entry-type.ts';
import { ENTRY_TYPES } from '../../documents/entry-types.ts';
import type { Finding } from '../../kernel/finding.ts';
import type { Sensitivity } from '../entry-class.ts';
import { ServiceTask } from '../service-tasks.ts';
import type { SocialService } from '../social-services.ts';
import type { NoteEntry, NoteHead } from './model.ts';

/**
 * How sensitive an entry is: by its kind (therapeutic work, examination), else as the writer chose, else by
 * the service it concerns (457/2024 §§ 12–18).
 */
export function sensitivityOf(
  entryType: EntryTypeKey,
  chosen: NoteEntry['chosenSensitivity'],
  services: readonly SocialService[],
): Sensitivity {
  const byKind = ENTRY_TYPES[entryType].sensitivity;
  if (byKind !== 'ordinary') return byKind;
  if (chosen !== undefined) return chosen;
  if (services.includes('shelter')) return 'shelter';
  return services.includes('familyMediation') ? 'familyMediation' : 'ordinary';
}

/** Therapy in a shelter is shelter by its service: a second mark beside the kind's own would be lost. */
export const judgeSensitivity = ({ entryType, chosenSensitivity }: NoteEntry): Finding[] =>
  chosenSensitivity === undefined || ENTRY_TYPES[entryType].sensitivity === 'ordinary'
    ? []
    : [
        {
          rule: 'note.oneSensitivity',
          severity: 'error',
          path: '/body/chosenSensitivity',
          source: '457/2024 §§ 12–15',
          message: {
            fi: 'Merkinnän laji määrää jo sen arkaluonteisuuden. Nimeä palvelu.',
            sv: 'Anteckningens slag avgör redan hur känslig den är. Uppge tjänsten.',
            en: 'The kind of the entry already decides how sensitive it is. Name the service instead.',
          },
        },
      ];

/**
 * Where an entry stands in the indexes by visibility class. Most concern one task and one service at most.
 * One of several tasks or services is read by those who may use all of them: it has a class of its own,
 * which every list also looks into. Who gives a service reads its entries however sensitive they are (457/2024
 * § 15), so that the class of a service needs no more.
 */
export type NoteClass =
  | { kind: 'task'; serviceTask: ServiceTask; sensitivity: Sensitivity }
  | { kind: 'service'; serviceTask: ServiceTask; service: SocialService }
  | { kind: 'several'; sensitivity: Sensitivity };

export function classesOfNote(
  note: Pick<NoteHead, 'serviceTasks' | 'socialServices' | 'sensitivity'>,
): [NoteClass, ...NoteClass[]] {
  const [serviceTask, ...moreTasks] = note.serviceTasks;
  const [service, ...moreServices] = note.socialServices;
  const { sensitivity } = note;
  if (serviceTask === undefined || moreTasks.length > 0 || moreServices.length > 0) {
    return [{ kind: 'several', sensitivity }];
  }
  const ofTask: NoteClass = { kind: 'task', serviceTask, sensitivity };
  return service === undefined ? [ofTask] : [ofTask, { kind: 'service', serviceTask, service }];
}

/** The words that the controller's opaque code is made from. */
export const wordsOfClass = (noteClass: NoteClass): [string, string] => {
  switch (noteClass.kind) {
    case 'task':
      return [noteClass.serviceTask, noteClass.sensitivity];
    case 'service':
      return [`${noteClass.serviceTask} ${noteClass.service}`, 'any'];
    case 'several':
      return ['several', noteClass.sensitivity];
    default:
      return noteClass satisfies never;
  }
};

/** One order, so that the same tasks are the same text. */
export const inOrder = (tasks: readonly ServiceTask[]): ServiceTask[] =>
  ServiceTask.options.filter((task) => tasks.includes(task));
