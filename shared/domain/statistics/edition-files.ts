import { sha256Of } from '../../crypto/sha256.ts';
import { csvOf, csvOfRows, differencesCsv } from './csv.ts';
import { nameOfUse, type StatisticsEdition } from './edition.ts';
import { manifestOf } from './manifest.ts';
import { parquetOf } from './parquet.ts';

/** A file of an edition, under its name in the bucket and in a folder alike. */
export type EditionFile = { name: string; bytes: Uint8Array };

type Named = Pick<StatisticsEdition, 'definitionId' | 'period' | 'edition'>;

const placeOf = ({ definitionId, period, edition }: Named): string =>
  [definitionId, period.replace('..', '_'), edition].join('/');

/** Whoever finds the manifest finds the rest: it is put last. One edition has one for each use it was given for. */
export const manifestName = (edition: Named & Pick<StatisticsEdition, 'use'>): string =>
  `editions/${placeOf(edition)}/manifest-${nameOfUse(edition.use)}.json`;

const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * Tiedostot: an edition as Parquet for SQL, as CSV, with what became different, in the
 * form of its recipient, and a manifest with the hash of each. All
 * are made of what the edition holds and of nothing else: the same edition is the same bytes, wherever it is written.
 * @throws Error when the rows are not those that the edition was laid down with.
 */
export function filesOf(edition: StatisticsEdition): EditionFile[] {
  const { definitionId: id, definitionVersion: version, period, rows, differences, csv, form } = edition;
  const place = placeOf(edition);
  const files = [
    { name: `rows/${place}/rows.parquet`, bytes: parquetOf(edition) },
    { name: `editions/${place}/rows.csv`, bytes: textBytes(csvOf({ id, version }, period, rows)) },
    { name: `editions/${place}/differences.csv`, bytes: textBytes(differencesCsv(differences)) },
    ...(form === undefined
      ? []
      : [
          {
            name: `editions/${place}/form-${nameOfUse(edition.use)}.csv`,
            bytes: textBytes(csvOfRows(form.columns, form.rows)),
          },
        ]),
  ];
  const told = Object.fromEntries(
    files.map(({ name, bytes }) => [name, { bytes: bytes.length, sha256: sha256Of(bytes) }]),
  );
  if (told[`editions/${place}/rows.csv`]?.sha256 !== csv.sha256) {
    throw new Error('The file is not the edition’s.');
  }
  const manifest = `${JSON.stringify({ ...manifestOf(edition), files: told }, null, 2)}\n`;
  return [...files, { name: manifestName(edition), bytes: textBytes(manifest) }];
}
