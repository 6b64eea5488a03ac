import { describe, expect, it } from 'vitest';
import { ENTRY_TYPES } from '../../../shared/documents/entry-types.ts';
import { fromNationalForm } from '../../../shared/documents/from-national-form.ts';
import { toNationalForm } from '../../../shared/documents/to-national-form.ts';
import { restrictiveSituation } from '../../support/entry-notes.ts';

describe('an entry of another system', () => {
  const root = ENTRY_TYPES.meetingOrContact.root;

  it('keeps in the details what we have no word for', () => {
    const asiointitapa = [{ system: 'urn:oid:1.2.246.537.6.1250', code: '88', display: 'Muu tapa' }];
    const palvelutehtava = { system: 'urn:oid:1.2.246.537.6.1221', code: '77', display: 'Tuntematon' };
    const content = {
      [root]: { asiakaskertomusmerkinta: { palvelutehtava, tapahtuma: { asiointitapa, kuvaus: 'Teksti' } } },
    };
    const back = fromNationalForm(content);
    expect(back?.note).toEqual({
      entryType: 'meetingOrContact',
      text: 'Teksti',
      details: { asiakaskertomusmerkinta: { palvelutehtava, tapahtuma: { asiointitapa } } },
    });
    expect(back && toNationalForm(back.note, back.base).content).toEqual(content);
  });

  it('keeps each restrictive measure in its place when there were several', () => {
    const measures = [{ kuvaus: 'Ensimmäinen' }, { kuvaus: 'Toinen', perustelu: 'Turvallisuus' }];
    const content = {
      [ENTRY_TYPES.restrictiveMeasure.root]: {
        rajoitustoimenpide: {
          millaista_tilannetta_kirjaaminen_koskee: restrictiveSituation('1'),
          rajoitustoimenpide: measures,
        },
      },
    };
    const back = fromNationalForm(content);
    expect(back?.note.text).toBe('Ensimmäinen');
    expect(back && toNationalForm(back.note, back.base).content).toEqual(content);
  });

  it('tells a moment in our time', () => {
    const ajanjakso = { alkamishetki: '2020-10-13T10:49:14+03:00', paattymishetki: '2020-10' };
    const back = fromNationalForm({ [root]: { asiakaskertomusmerkinta: { tapahtuma: { ajanjakso } } } });
    expect(back?.note).toMatchObject({ eventFrom: '2020-10-13T07:49:14.000Z', eventTo: '2020-10' });
  });

  it.each([null, 'text', {}, { tuntematon: {} }, { [root]: 'text' }, { [root]: {}, toinen: {} }])(
    'is not taken for one when it is %j',
    (content) => {
      expect(fromNationalForm(content)).toBeUndefined();
    },
  );
});
