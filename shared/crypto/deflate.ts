import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Made small before it is sealed: what is sealed does not get smaller any more. Only for what nobody outside can add to. */
export const deflated = (text: string): Uint8Array => deflateRawSync(text);

/** Throws on bytes that are not deflated. */
export const inflated = (bytes: Uint8Array): string => inflateRawSync(bytes).toString('utf8');
