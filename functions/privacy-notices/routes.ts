import * as z from 'zod';
import { NOTICE_REFUSALS } from '../../shared/domain/notices/refusals.ts';
import { type OpenRoute, openRoute } from '../../shared/http/open-route.ts';
import { PRINT_FILE, PrintQuery } from '../../shared/http/print-file.ts';
import { ControllerId } from '../../shared/kernel/id.ts';
import { FormQuery, OneForm, showForm } from './show-form.ts';
import { showPublished } from './show-published.ts';

const OneController = z.strictObject({ controllerId: ControllerId });

export const openRoutes: readonly OpenRoute[] = [
  openRoute({
    path: '/public/privacy-notices/{controllerId}',
    operation: 'PublishedNotice',
    summary: 'The privacy notice that the controller has published, as a page or a PDF.',
    params: OneController,
    query: PrintQuery,
    file: PRINT_FILE,
    refusals: [NOTICE_REFUSALS.tooLong],
    handle: showPublished,
  }),
  openRoute({
    path: '/public/privacy-notices/{controllerId}/forms/{kind}',
    operation: 'RequestForm',
    summary:
      'A blank form to ask to see, rectify or erase data, or for log data, in Finnish or Swedish. That of erasure where the controller erases on request.',
    params: OneForm,
    query: FormQuery,
    file: PRINT_FILE,
    refusals: [NOTICE_REFUSALS.noForm, NOTICE_REFUSALS.tooLong],
    handle: showForm,
  }),
];
