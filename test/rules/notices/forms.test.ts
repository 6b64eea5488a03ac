import { describe, expect, test } from 'vitest';
import { htmlOf } from '../../../shared/documents/render/html.ts';
import { writePdf } from '../../../shared/documents/render/pdf/write-pdf.ts';
import { READY_PROFILES } from '../../../shared/domain/controllers/profiles/index.ts';
import { FormKind, isInUse, printOfForm } from '../../../shared/domain/notices/print-form.ts';
import { Instant } from '../../../shared/kernel/instant.ts';

/** Forms to print, as somebody fills them by hand. */

const AT = Instant.parse('2026-11-24T10:00:00.000Z');
const RECORD = {
  name: { fi: 'Keksitty rekisterinpitäjä', sv: 'Påhittad personuppgiftsansvarig' },
  address: 'Keksitty katu 1, 00100 Helsinki',
  email: 'kirjaamo@example.fi',
  phones: [{ number: '02 000 0000' }],
};
const each = Object.entries(READY_PROFILES).flatMap(([name, settings]) =>
  FormKind.options
    .filter((kind) => isInUse(kind, settings))
    .flatMap((kind) => (['fi', 'sv'] as const).map((language) => ({ name, settings, kind, language }))),
);

describe('a form to print', () => {
  test.each(each)('of $name, $kind in $language, is one sheet, signature and all', async (one) => {
    const print = printOfForm(one.kind, { controller: RECORD, settings: one.settings }, one.language, AT);
    const { pages } = await writePdf([print], { title: print.title, authority: 'Keksitty', at: AT });
    expect(pages).toBe(1);
  });

  test('leaves lines enough for what has to be told, and is in the words of its language', () => {
    const { loimaa } = READY_PROFILES;
    const said = (language: 'fi' | 'sv') =>
      htmlOf(printOfForm('rectification', { controller: RECORD, settings: loimaa }, language, AT));
    const linesOf = (html: string, label: string) =>
      html
        .split(`<dt>${label}</dt><dd>`)[1]
        ?.split('</dd>')[0]
        ?.match(/class="blank"/g)?.length;
    expect(linesOf(said('fi'), 'Nimi')).toBe(1);
    expect(linesOf(said('fi'), 'Perustelut')).toBe(2);
    expect(linesOf(said('sv'), 'Motivering')).toBe(2);
    expect(said('fi')).toContain('Pyyntöön vastataan viimeistään kuukauden kuluessa.');
    expect(said('sv')).toContain('Begäran besvaras senast inom en månad.');
    expect(said('sv')).toContain('<html lang="sv">');
  });
});
