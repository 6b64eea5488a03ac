import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import type { Print } from '../../../../shared/documents/render/layout.ts';
import { pagesToEnclose, putPages } from '../../../../shared/documents/render/pdf/enclose-pages.ts';
import { sizeOfImage } from '../../../../shared/documents/render/pdf/image-size.ts';
import { writePdf } from '../../../../shared/documents/render/pdf/write-pdf.ts';
import { filledForm, jpegOf, pngOf, scanOf, withHiddenLayer } from '../../../support/pictures.ts';
import { picturesOn } from '../../../support/pictures-on.ts';
import { PRINTED_AT, printed } from '../../../support/printed.ts';
import * as samples from '../../../support/printed-samples.ts';
import { readPdf } from '../../../support/read-pdf.ts';

/** A print, and behind it all pages of a PDF, as they are put together for a reader. */
async function printedWith(...files: Uint8Array[]): Promise<Uint8Array> {
  const pages = (await Promise.all(files.map(pagesToEnclose))).flat();
  const owner = printed(samples.adultDecision());
  const behind: Print = {
    ...owner,
    title: 'Liite 1: Lausunto',
    isAttachment: true,
    nodes: [
      { kind: 'heading', level: 1, text: 'Liite 1: Lausunto', look: 'small' },
      ...pages.map(({ width, height }, at) => ({
        kind: 'picture' as const,
        alt: `Liite 1, sivu ${at + 1}`,
        source: { kind: 'page' as const, name: `P${at}`, width, height },
      })),
    ],
  };
  const written = await writePdf([owner, behind], { title: 'Päätös', authority: 'Alue', at: PRINTED_AT });
  const bytes = await putPages(written, new Map(pages.map((page, at) => [`P${at}`, page])));
  return bytes;
}

describe('pages of another PDF behind a print', () => {
  test('are drawn under its running head with their numbers, and tags, language, fonts and bookmarks of the print stay', async () => {
    const owner = printed(samples.adultDecision());
    const options = { title: 'Päätös', authority: 'Alue', at: PRINTED_AT };
    const alone = await readPdf((await writePdf([owner], options)).bytes);
    const bytes = await printedWith(await scanOf(['Ensimmainen sivu', 'Toinen sivu']));
    const pdf = await readPdf(bytes);

    expect(pdf).toMatchObject({ language: 'fi', title: 'Päätös', showsTitle: true, isTagged: true });
    expect(pdf.fonts.every(({ isEmbedded }) => isEmbedded)).toBe(true);
    expect(pdf.structure.slice(0, alone.structure.length)).toEqual(alone.structure);
    expect(pdf.structure.slice(-2)).toEqual(['    Figure [Liite 1, sivu 1]', '    Figure [Liite 1, sivu 2]']);
    expect(pdf.bookmarks).toEqual([...alone.bookmarks, '  Liite 1: Lausunto']);
    const count = alone.pages.length + 2;
    expect(pdf.pages.at(-1)?.artifacts).toContain(`Sivu ${count} (${count})`);
    expect(await picturesOn(bytes, count - 2)).toEqual(['Ensimmainen sivu']);
    expect(await picturesOn(bytes, count - 1)).toEqual(['Toinen sivu']);
  });

  test('take the claim of PDF/A away, for what they are made of is not known', async () => {
    expect((await readPdf(await printedWith(await scanOf(['Lausunto'])))).conformance).toBe('');
  });

  test('lie as they are read, however the scanner turned them', async () => {
    const sizes = [];
    for (const angle of [0, 90, 180, -90]) sizes.push(...(await pagesToEnclose(await scanOf(['x'], angle))));
    expect(sizes.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
      [595, 842],
      [842, 595],
      [595, 842],
      [842, 595],
    ]);
    const bytes = await printedWith(
      await scanOf(['Kaannetty'], 90),
      await scanOf(['Ylosalaisin'], 180),
      await scanOf(['Toisin'], 270),
    );
    expect((await readPdf(bytes)).roles).toContain('Figure');
  });

  test('show what was filled in on a form', async () => {
    const bytes = await printedWith(await filledForm('Vuokrarästi'));
    const { length } = (await readPdf(bytes)).pages;
    expect(await picturesOn(bytes, length - 1)).toEqual(['Hakemus', 'Vuokrarästi']);
  });

  test('carry no form, script or link along', async () => {
    const source = await PDFDocument.load(await filledForm('Syy'));
    source.addJavaScript('avaa', 'app.alert(1)');
    const merged = await PDFDocument.load(await printedWith(await source.save()));
    expect(merged.catalog.toString()).not.toMatch(/AcroForm|JavaScript/);
    expect(merged.getPages().map(({ node }) => node.Annots()?.size() ?? 0)).not.toContain(1);
  });

  test('with a layer that is hidden, locked or cut short are none that can be put there', async () => {
    await expect(pagesToEnclose(await withHiddenLayer())).rejects.toThrow();
    const whole = await scanOf(['Lausunto']);
    await expect(pagesToEnclose(whole.subarray(0, whole.length / 2))).rejects.toThrow();
    const locked = await PDFDocument.load(whole);
    locked.encrypt({ userPassword: 'salasana', ownerPassword: 'omistaja' });
    await expect(pagesToEnclose(await locked.save())).rejects.toThrow();
  });
});

describe('an image is put on paper', () => {
  const png = { width: 12, height: 8 };
  test.each([
    ['a photograph', 'image/jpeg', jpegOf({ width: 640, height: 480 }), { width: 640, height: 480 }],
    [
      'a progressive one',
      'image/jpeg',
      jpegOf({ width: 9, height: 7, marker: 0xc2 }),
      { width: 9, height: 7 },
    ],
    ['a PNG', 'image/png', pngOf(png), png],
    ['a PNG that can be seen through', 'image/png', pngOf({ ...png, colour: 6 }), png],
    ['a black and white scan', 'image/png', pngOf({ ...png, depth: 1, colour: 0 }), png],
  ] as const)('%s, by its size', (_, type, bytes, size) => {
    expect(sizeOfImage(type, bytes)).toEqual(size);
  });

  test.each([
    ['a JPEG without a picture', 'image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xd9])],
    ['a JPEG with arithmetic coding', 'image/jpeg', jpegOf({ width: 9, height: 7, marker: 0xc9 })],
    ['a JPEG of no width', 'image/jpeg', jpegOf({ width: 0, height: 7 })],
    ['a PNG that was cut off', 'image/png', pngOf(png).subarray(0, 60)],
    ['a PNG with less in it than it says', 'image/png', pngOf(png, Buffer.alloc(10))],
    ['a PNG that unpacks to more than it says', 'image/png', pngOf(png, Buffer.alloc(1_000_000))],
    [
      'a PNG of a size that fits no memory',
      'image/png',
      pngOf({ width: 60_000, height: 60_000 }, Buffer.alloc(1)),
    ],
    ['an interlaced PNG', 'image/png', pngOf({ ...png, interlaced: 1 })],
    ['a PNG of few colours that can be seen through', 'image/png', pngOf({ ...png, depth: 4, colour: 3 })],
  ] as const)('but not %s', (_, type, bytes) => {
    expect(sizeOfImage(type, bytes)).toBeUndefined();
  });
});
