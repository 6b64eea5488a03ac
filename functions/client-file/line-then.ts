import * as z from 'zod';
import { mayUseDocument } from '../../shared/access/visible-documents.ts';
import { mayUseEntry } from '../../shared/access/visible-notes.ts';
import { NoteHead } from '../../shared/domain/case-notes/model.ts';
import { loadSuperseded } from '../../shared/domain/case-notes/store.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { DocumentHead } from '../../shared/domain/documents/model.ts';
import { loadSupersededDocuments } from '../../shared/domain/documents/store.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { type FileItem, FileLine, type LineBeside, lineOf } from './file-line.ts';

/** What became of it after the day. */
const Later = z.enum(['corrected', 'removed', 'moved', 'invalidated']);
type Later = z.infer<typeof Later>;

export const LineThen = z.strictObject({ line: FileLine, later: z.array(Later) }).meta({ id: 'LineThen' });
export type LineThen = z.infer<typeof LineThen>;

/**
 * A line in the state it had before the moment. Where it was corrected since, the line is that of the version which
 * stood then, for who may read superseded versions; others are told that a later correction exists, and see what
 * stands today.
 */
export async function lineThen(
  context: ClientContext,
  item: FileItem,
  moment: Instant,
  { mayReadVersions, ...beside }: LineBeside & { mayReadVersions: boolean },
): Promise<LineThen> {
  const later = laterOf(item, moment);
  const stood =
    later.includes('corrected') && mayReadVersions ? await versionThen(context, item, moment) : item;
  return { line: lineOf(withoutLater(stood, later), beside), later };
}

const isLater = (mark: { at: Instant } | undefined, moment: Instant): boolean =>
  mark !== undefined && mark.at >= moment;

function laterOf(item: FileItem, moment: Instant): Later[] {
  const marks: Record<Later, boolean> = {
    corrected: isLater(item.correctedBy, moment),
    removed: isLater(item.removedBy, moment),
    moved: item.entity === 'caseNote' && item.movedTo !== undefined && isLater(item.movedBy, moment),
    invalidated: item.entity === 'document' && isLater(item.invalidatedBy, moment),
  };
  return Later.options.filter((one) => marks[one]);
}

/** The marks and states that were not there yet are taken away. */
function withoutLater(item: FileItem, later: readonly Later[]): FileItem {
  if (later.length === 0) return item;
  const wasCorrected = item.correction > 0;
  const state = wasCorrected ? ('corrected' as const) : ('final' as const);
  if (item.entity === 'caseNote') {
    const { removedBy, movedBy, ...rest } = item;
    return {
      ...rest,
      state,
      ...(later.includes('removed') || removedBy === undefined ? {} : { removedBy }),
      ...(later.includes('moved') || movedBy === undefined ? {} : { movedBy }),
    };
  }
  const { removedBy, invalidatedBy, ...rest } = item;
  const isInvalidated = invalidatedBy !== undefined && !later.includes('invalidated');
  return {
    ...rest,
    state: isInvalidated ? 'invalidated' : state,
    ...(later.includes('removed') || removedBy === undefined ? {} : { removedBy }),
    ...(isInvalidated ? { invalidatedBy } : {}),
  };
}

/** The version that was put away first after the moment is the one that stood at it. */
async function versionThen(context: ClientContext, item: FileItem, moment: Instant): Promise<FileItem> {
  const { actor, today } = context;
  if (item.entity === 'caseNote') {
    const versions = await loadSuperseded(context, item.clientId, item.noteId);
    const stood = versions.find(({ createdAt }) => createdAt >= moment);
    if (stood === undefined || !mayUseEntry(actor, stood, today)) return item;
    const { correctedBy: _later, ...rest } = item;
    const { pk: _pk, sk: _sk, entity: _entity, version: _version, ...shown } = stood;
    return NoteHead.parse({ ...rest, ...shown });
  }
  const versions = await loadSupersededDocuments(context, item.clientId, item.documentId);
  const stood = versions.find(({ createdAt }) => createdAt >= moment);
  if (stood === undefined || !mayUseDocument(actor, stood, today)) return item;
  const { correctedBy: _later, ...rest } = item;
  const { pk: _pk, sk: _sk, entity: _entity, version: _version, ...shown } = stood;
  return DocumentHead.parse({ ...rest, ...shown });
}
