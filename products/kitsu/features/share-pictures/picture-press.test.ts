import { afterEach, expect, test } from 'vitest';
import { createPicturePress, type PicturePress } from './picture-press.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47];
const picture = (name: string) => ({ names: [name], facts: '', score: null, posters: [] });

let press: PicturePress;
afterEach(() => press.close());

test('a press prints one after another, and refuses with the time to wait when too many wait', async () => {
  press = createPicturePress({ waitingMax: 2 });
  const asked = ['One', 'Two', 'Three', 'Four'].map((name) => press.print(picture(name)));
  const settled = await Promise.allSettled(asked);
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
  expect(settled[3]).toMatchObject({ reason: { code: 'unavailable', retryAfterS: 2 } });
  for (const one of settled.slice(0, 3)) {
    expect([...(one.status === 'fulfilled' ? one.value.subarray(0, 4) : [])]).toEqual(PNG);
  }
});

test('a picture that takes too long fails alone: the next one gets a new thread', async () => {
  press = createPicturePress({ printMaxMs: 1 });
  await expect(press.print(picture('Slow'))).rejects.toMatchObject({ code: 'unavailable' });
  await press.close();
  press = createPicturePress();
  expect([...(await press.print(picture('Next'))).subarray(0, 4)]).toEqual(PNG);
});

test('what waits when the service ends is told so', async () => {
  press = createPicturePress();
  const asked = [press.print(picture('One')), press.print(picture('Two'))];
  const settled = Promise.allSettled(asked);
  await press.close();
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
