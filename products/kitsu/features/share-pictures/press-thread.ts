import { parentPort } from 'node:worker_threads';
import sharp from 'sharp';
import { composePicture } from './compose-picture.ts';
import { loadTypeface } from './lettering.ts';
import type { Picture } from './picture.ts';

// A thread beside the one that answers requests: laying out and drawing a picture takes a tenth of a second.
if (parentPort === null) throw new Error('This module runs as a worker thread.');
const port = parentPort;

const faces = { display: loadTypeface('geologica', 700), text: loadTypeface('onest', 500) };
// One picture is drawn at a time, and none comes twice.
sharp.cache(false);
sharp.concurrency(1);

port.on('message', (picture: Picture) => {
  print(picture).then(
    (png) => port.postMessage({ png }),
    (error: unknown) => port.postMessage({ problem: error instanceof Error ? error.message : String(error) }),
  );
});

async function print(picture: Picture): Promise<Uint8Array> {
  return sharp(Buffer.from(composePicture(picture, faces)))
    .png({ compressionLevel: 8 })
    .toBuffer();
}
