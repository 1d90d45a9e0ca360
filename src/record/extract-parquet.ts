/**
 * The rows of a Parquet file as text, some thousands at a time. Codecs beyond what Node brings are refused by name. Nothing is
 * fetched: the file is read where it lies.
 */
import { readSync } from 'node:fs';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import {
  type AsyncBuffer,
  type Compressors,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
} from 'hyparquet';
import { Refusal } from '#finding/refusal.ts';
import { textOf } from './extract-jsonl-walk.ts';

const ROWS_AT_ONCE = 20_000;

export type ParquetFile = {
  readonly names: readonly string[];
  readonly rows: () => AsyncGenerator<readonly string[]>;
};

const compressors: Compressors = {
  GZIP: (bytes) => new Uint8Array(gunzipSync(bytes)),
  BROTLI: (bytes) => new Uint8Array(brotliDecompressSync(bytes)),
  ZSTD: (bytes) => new Uint8Array(zstdDecompressSync(bytes)),
};

export async function openParquet(file: number, size: number): Promise<ParquetFile> {
  const source: AsyncBuffer = {
    byteLength: size,
    slice(start, end = size) {
      const bytes = new Uint8Array(end - start);
      let got = 0;
      while (got < bytes.length) {
        const more = readSync(file, bytes, got, bytes.length - got, start + got);
        if (more === 0) throw new Error('cut');
        got += more;
      }
      return bytes.buffer;
    },
  };
  const metadata = await orDamaged(() => parquetMetadataAsync(source));
  const names = parquetSchema(metadata).children.map(({ element }) => element.name);
  const total = Number(metadata.num_rows);
  return {
    names,
    async *rows() {
      for (let rowStart = 0; rowStart < total; rowStart += ROWS_AT_ONCE) {
        const rowEnd = Math.min(total, rowStart + ROWS_AT_ONCE);
        const rows = await orDamaged(() =>
          parquetReadObjects({ file: source, metadata, rowStart, rowEnd, compressors }),
        );
        for (const row of rows) yield names.map((name) => cellOf(row[name]));
      }
    },
  };
}

function cellOf(value: unknown): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : textOf(value);
}

/** What the library says of a damaged file may quote it, so it is not passed on. */
async function orDamaged<T>(read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch {
    throw new Refusal(
      'bad-use',
      'The Parquet file is damaged or packed by a method that is not read. Export it as CSV. No figure was made.',
    );
  }
}
