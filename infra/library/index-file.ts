import { LIBRARY_INDEX, LoadedIndex, NOTHING_LOADED } from '../../shared/documents/loaded-index.ts';
import type { LibraryTarget } from './target.ts';

export type ReadIndex = { text: string | undefined; index: LoadedIndex };

export async function readIndex(library: LibraryTarget): Promise<ReadIndex> {
  const text = await library.read(LIBRARY_INDEX);
  return { text, index: text === undefined ? NOTHING_LOADED : LoadedIndex.parse(JSON.parse(text)) };
}

/** The last of a load: from here on what it names is seen. */
export const writeIndex = (library: LibraryTarget, before: ReadIndex, after: LoadedIndex): Promise<void> =>
  library.replace(LIBRARY_INDEX, JSON.stringify(LoadedIndex.parse(after)), before.text);
