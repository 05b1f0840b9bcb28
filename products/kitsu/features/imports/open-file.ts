import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Duplex, PassThrough, type Readable, Transform } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { invalidInput } from '@seaworthy/platform/errors';
import type { ReadLimits } from './limits.ts';

/** A file that is being read: its decompressed bytes, and how far the reading has come. */
export interface OpenFile {
  readonly name: string;
  readonly sizeBytes: number;
  /** Bytes of the file itself (compressed ones, if it is) read so far. */
  readBytes(): number;
  /** Decompressed bytes. Fails with `invalid_input` on damage, an early end, or more than the limits allow. */
  readonly content: Readable;
}

const GZIP_MAGIC = '1f8b';
const ZSTD_MAGIC = '28b52ffd';
const RATIO_FROM_BYTES = 1_000_000;

/**
 * Opens a plain, gzip or zstd file, told apart by its first bytes and not by its name.
 *
 * @throws AppError `invalid_input` when there is no such file, it may not be read, or it is empty.
 */
export async function openFile(path: string, limits: ReadLimits): Promise<OpenFile> {
  const name = basename(path);
  const { sizeBytes, magic } = await inspect(path, name);
  let readBytes = 0;
  const raw = createReadStream(path, { highWaterMark: 256 * 1024 });
  raw.on('data', (chunk) => {
    readBytes += chunk.length;
  });
  const decompressor = decompressorFor(magic);
  const bounded = boundary(name, limits, () => readBytes);
  raw.once('error', (error) => bounded.destroy(error));
  decompressor.once('error', (error) => bounded.destroy(invalidDamage(name, error)));
  raw.pipe(decompressor).pipe(bounded);
  bounded.once('close', () => {
    raw.destroy();
    decompressor.destroy();
  });
  return { name, sizeBytes, readBytes: () => readBytes, content: bounded };
}

async function inspect(path: string, name: string): Promise<{ sizeBytes: number; magic: string }> {
  try {
    const file = await stat(path);
    if (!file.isFile()) throw invalidInput(`${name} is not a file.`);
    if (file.size === 0) throw invalidInput(`${name} is empty.`);
    const handle = await open(path);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
      return { sizeBytes: file.size, magic: buffer.subarray(0, bytesRead).toString('hex') };
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) {
      if (error.code === 'ENOENT') throw invalidInput(`There is no file ${path}.`);
      if (error.code === 'EACCES') throw invalidInput(`The file ${path} may not be read by this user.`);
    }
    throw error;
  }
}

function decompressorFor(magic: string): Duplex {
  if (magic.startsWith(GZIP_MAGIC)) return createGunzip();
  if (magic === ZSTD_MAGIC) return createZstdDecompress();
  return new PassThrough();
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
      : `${name} cannot be unpacked: it is damaged (${cause.message}).`,
  );
}
