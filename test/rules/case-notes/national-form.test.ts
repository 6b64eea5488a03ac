import { describe, expect, it } from 'vitest';
import { definitionOf } from '../../../shared/documents/catalogue.ts';
import { deliveredCodeList } from '../../../shared/documents/code-lists.ts';
import { catalogueEntryOf } from '../../../shared/documents/definition.ts';
import { ENTRY_TYPES } from '../../../shared/documents/entry-types.ts';
import { DraftEntry, NoteEntry } from '../../../shared/domain/case-notes/model.ts';
import {
  type DocumentFacts,
  judgeNationalForm as judge,
} from '../../../shared/domain/case-notes/national-form.ts';
import { BaseData, Channel } from '../../../shared/domain/clients/model.ts';
import { errorsOf } from '../../../shared/kernel/finding.ts';
import { LocalDate } from '../../../shared/kernel/local-date.ts';

const facts = (client: object = { personalIdentityCode: '010190-900P' }): DocumentFacts => ({
  client: BaseData.parse({ name: { family: 'Esimerkki', given: 'Aino' }, ...client }),
  author: { name: 'Kaisa Niemi', postTitle: 'sosiaalityöntekijä' },
  date: LocalDate.parse('2026-11-24'),
});
/** By what is delivered, as long as no operator has loaded anything. */
function judgeNationalForm(judged: NoteEntry | DraftEntry, of: DocumentFacts, stage: 'draft' | 'final') {
  const { typeOid, version } = ENTRY_TYPES[judged.entryType];
  const definition = definitionOf(typeOid, version);
  if (definition === undefined) throw new Error(`no ${typeOid}`);
  return judge(judged, of, stage, {
    definition,
    entry: catalogueEntryOf(definition),
    find: deliveredCodeList,
  });
}
const entry = (more: object = {}, content: object = {}): NoteEntry =>
  NoteEntry.parse({
    entryType: 'meetingOrContact',
    serviceTasks: ['childWelfare'],
    eventAt: '2026-11-24T08:30:00.000Z',
    content: { text: 'Käynti.', source: { kind: 'client', channel: 'visit' }, ...content },
    ...more,
  });
const errorsIn = (judged: NoteEntry | DraftEntry, stage: 'draft' | 'final', of = facts()): string[] =>
  errorsOf(judgeNationalForm(judged, of, stage)).map(({ rule }) => rule);

describe('the national document of an entry', () => {
  it.each(Channel.options)('has a word for the channel %s', (channel) => {
    expect(errorsIn(entry({}, { channel }), 'final')).toEqual([]);
  });

  it('wants the client identified: by a code, or else by a date of birth', () => {
    expect(errorsIn(entry(), 'final', facts({ temporaryId: 'TILAP-1' }))).toEqual([]);
    expect(errorsIn(entry(), 'final', facts({}))).toEqual(['document.identityMissing']);
    const born = judgeNationalForm(entry(), facts({ birthDate: '2020-05-01' }), 'final');
    expect(born).toContainEqual(
      expect.objectContaining({ rule: 'document.identityMissing', severity: 'warning' }),
    );
    expect(errorsOf(born)).toEqual([]);
  });

  it('names one service task, and says so of an entry of several', () => {
    const judged = judgeNationalForm(entry({ serviceTasks: ['childWelfare', 'families'] }), facts(), 'final');
    expect(judged).toContainEqual(
      expect.objectContaining({ rule: 'note.severalTasks', severity: 'warning' }),
    );
  });

  it('lacks in a draft what it will need, and refuses what is in no such document', () => {
    const draft = (content: object): DraftEntry => DraftEntry.parse({ entryType: 'serviceStart', content });
    expect(errorsIn(draft({}), 'draft')).toEqual([]);
    expect(errorsIn(entry({ entryType: 'serviceStart' }), 'final')).toEqual(['document.missing']);
    expect(errorsIn(draft({ details: { olematon: 'x' } }), 'draft')).toEqual(['document.unknownField']);
  });
});
