import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Duplex, PassThrough, Transform } from 'node:stream';
import { createGunzip, createZstdDecompress, type Gunzip, type ZstdDecompress } from 'node:zlib';
import { invalidInput } from '@seaworthy/platform/errors';
import type { ReadLimits } from './limits.ts';

/** A file that is being read: its decompressed bytes, and how far the reading has come. */
export interface OpenFile {
  readonly name: string;
  readonly sizeBytes: number;
  /** Bytes of the file itself (compressed ones, if it is) read so far. */
  readBytes(): number;
  /** Decompressed bytes, to be read once. Fails with `invalid_input` on more than the limits allow. */
  readonly content: AsyncIterable<Buffer>;
  /** Lets go of the file, read to its end or not. */
  close(): void;
}

const GZIP_MAGIC = '1f8b';
const ZSTD_MAGIC = '28b52ffd';
const RATIO_FROM_BYTES = 1_000_000;

/**
 * Opens a plain, gzip or zstd file, told apart by its first bytes and not by its name. A packed one is unpacked once
 * before, since its checksum stands at its end: of a damaged one nothing shall be taken.
 *
 * @throws AppError `invalid_input` when there is no such file, it may not be read, is empty, cut off or damaged, or
 * unpacks to more than the limits allow.
 */
export async function openFile(path: string, limits: ReadLimits): Promise<OpenFile> {
  const name = basename(path);
  const { sizeBytes, decompressorOf } = await inspect(path, name);
  if (decompressorOf === null) return unpack({ path, name, sizeBytes }, new PassThrough(), limits);
  const trial = decompressorOf();
  for await (const _ of unpack({ path, name, sizeBytes }, trial, limits).content) {
    // Only whether it can be unpacked is of interest.
  }
  if (trial.bytesWritten < sizeBytes) {
    throw invalidInput(`${name} holds more than one packed part: unpack it and import what comes out.`);
  }
  return unpack({ path, name, sizeBytes }, decompressorOf(), limits);
}

function unpack(
  { path, name, sizeBytes }: { path: string; name: string; sizeBytes: number },
  decompressor: Duplex,
  limits: ReadLimits,
): OpenFile {
  let readBytes = 0;
  const raw = createReadStream(path, { highWaterMark: 256 * 1024 });
  raw.on('data', (chunk) => {
    readBytes += chunk.length;
  });
  const content = boundary(name, limits, () => readBytes);
  raw.once('error', (error) => content.destroy(error));
  decompressor.once('error', (error) => content.destroy(invalidDamage(name, error)));
  raw.pipe(decompressor).pipe(content);
  content.once('close', () => {
    raw.destroy();
    decompressor.destroy();
  });
  return { name, sizeBytes, readBytes: () => readBytes, content, close: () => content.destroy() };
}

interface Inspected {
  readonly sizeBytes: number;
  /** Null for a plain file. */
  readonly decompressorOf: (() => Gunzip | ZstdDecompress) | null;
}

async function inspect(path: string, name: string): Promise<Inspected> {
  try {
    const file = await stat(path);
    if (!file.isFile()) throw invalidInput(`${name} is not a file.`);
    if (file.size === 0) throw invalidInput(`${name} is empty.`);
    const handle = await open(path);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
      const magic = buffer.subarray(0, bytesRead).toString('hex');
      return { sizeBytes: file.size, decompressorOf: decompressorFor(magic) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw invalidInput(`There is no file ${path}.`);
    if (code === 'EACCES') throw invalidInput(`The file ${path} may not be read by this user.`);
    throw error;
  }
}

function decompressorFor(magic: string): Inspected['decompressorOf'] {
  if (magic.startsWith(GZIP_MAGIC)) return createGunzip;
  if (magic === ZSTD_MAGIC) return createZstdDecompress;
  return null;
}

function boundary(name: string, limits: ReadLimits, readBytes: () => number): Transform {
  let totalBytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      totalBytes += chunk.length;
      if (totalBytes > limits.totalMaxBytes) {
        done(
          invalidInput(
            `${name} holds more than ${limits.totalMaxBytes} bytes when unpacked; that is refused.`,
          ),
        );
      } else if (totalBytes > RATIO_FROM_BYTES && totalBytes > limits.ratioMax * readBytes()) {
        done(
          invalidInput(`${name} unpacks to more than ${limits.ratioMax} times its size; that is refused.`),
        );
      } else {
        done(null, chunk);
      }
    },
  });
}

function invalidDamage(name: string, cause: Error): Error {
  const early = /unexpected end|incomplete/i.test(cause.message);
  return invalidInput(
    early
      ? `${name} ends too early: it was cut off. Fetch it again.`
      : `${name} cannot be unpacked: it is damaged (${cause.message}). Fetch it again.`,
  );
}
