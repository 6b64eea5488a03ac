import * as z from 'zod';

/** Liitetiedosto: the kinds of file that can be kept and read again for as long as the law asks. */
export const MediaType = z
  .enum([
    'application/pdf',
    'image/jpeg',
    'image/png',
    'image/tiff',
    'text/plain',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.oasis.opendocument.text',
  ])
  .meta({ id: 'MediaType' });
export type MediaType = z.infer<typeof MediaType>;

/** No setting lets in more: one function holds the whole file in memory while it seals it. */
export const MOST_BYTES = 50 * 1024 * 1024;
