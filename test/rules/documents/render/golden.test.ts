import { describe, expect, test } from 'vitest';
import { htmlOf } from '../../../../shared/documents/render/html.ts';
import type { Print } from '../../../../shared/documents/render/layout.ts';
import type { PrintedDocument } from '../../../../shared/documents/render/print-of-document.ts';
import { validateContent } from '../../../../shared/documents/validate.ts';
import { printed, readBack } from '../../../support/printed.ts';
import { decisionInSwedish } from '../../../support/printed-in-swedish.ts';
import * as samples from '../../../support/printed-samples.ts';
import type { ReadPdf } from '../../../support/read-pdf.ts';

const CORRECTED_BY = {
  name: 'Kaisa Vastuullinen',
  post: 'sosiaalityöntekijä',
  at: '2026-12-03T10:00:00.000Z',
};
const BANNED = ['asiakas/yhteystiedot', 'huoltaja_tai_muu_lapsen_hoidosta_vastaava_henkilo/0/yhteystiedot'];

const corrected = (): PrintedDocument => {
  const sample = samples.childWelfareDecision();
  return {
    ...sample,
    head: { ...sample.head, correction: 1, state: 'corrected', correctedBy: CORRECTED_BY },
  };
};
const underBan = (): PrintedDocument => ({
  ...samples.notification(),
  hidden: BANNED.map((at) => ({ at: `/lastensuojeluilmoitus/${at}`, because: 'safetyBan' })),
});

const DOCUMENTS: readonly [string, () => PrintedDocument, 'fi' | 'sv'][] = [
  ['child-welfare-decision-fi', samples.childWelfareDecision, 'fi'],
  ['child-welfare-decision-sv', samples.childWelfareDecision, 'sv'],
  ['child-welfare-decision-corrected-fi', corrected, 'fi'],
  ['decision-in-swedish', decisionInSwedish, 'sv'],
  ['adult-decision-fi', samples.adultDecision, 'fi'],
  ['adult-decision-sv', samples.adultDecision, 'sv'],
  ['assessment-fi', samples.assessment, 'fi'],
  ['assessment-sv', samples.assessment, 'sv'],
  ['client-plan-fi', samples.clientPlan, 'fi'],
  ['client-plan-sv', samples.clientPlan, 'sv'],
  ['notification-fi', samples.notification, 'fi'],
  ['notification-under-safety-ban-fi', underBan, 'fi'],
  ['notification-under-safety-ban-sv', underBan, 'sv'],
  ['payment-commitment-fi', samples.paymentCommitment, 'fi'],
  ['payment-commitment-sv', samples.paymentCommitment, 'sv'],
];

const told = (pdf: ReadPdf): string =>
  [
    `language ${pdf.language}, title ${pdf.title}, PDF/A ${pdf.conformance}`,
    ...pdf.bookmarks.map((mark) => `bookmark ${mark}`),
    ...pdf.pages.map(({ artifacts }, page) => `page ${page + 1}: ${artifacts.replaceAll('\n', ' | ')}`),
    ...pdf.structure,
    '',
  ].join('\n');

const withoutStyle = (print: Print): string => htmlOf(print).replace(/<style>[\s\S]*<\/style>\n/, '');

describe('a print says what it said before', () => {
  test.each(DOCUMENTS)('%s, as a PDF [U-7.11]', async (name, document, language) => {
    await expect(told(await readBack(printed(document(), { language })))).toMatchFileSnapshot(
      `golden/${name}.txt`,
    );
  });

  test.each(
    DOCUMENTS.filter(([name]) =>
      /child-welfare-decision-(fi|corrected)|in-swedish|ban-sv|commitment-sv/.test(name),
    ),
  )('%s, as a page of HTML', async (name, document, language) => {
    await expect(withoutStyle(printed(document(), { language }))).toMatchFileSnapshot(`golden/${name}.html`);
  });

  test('of documents that their definitions know', () => {
    for (const [, document] of DOCUMENTS) {
      const { definition, content } = document();
      const errors = validateContent(definition, content ?? {}, 'draft').filter(
        ({ severity }) => severity === 'error',
      );
      expect(errors).toEqual([]);
    }
  });
});
