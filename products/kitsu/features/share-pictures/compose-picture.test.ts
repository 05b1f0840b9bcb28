import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { composePicture } from './compose-picture.ts';
import { loadTypeface } from './lettering.ts';
import { fitText } from './line-break.ts';
import type { Picture } from './picture.ts';

const faces = { display: loadTypeface('geologica', 700), text: loadTypeface('onest', 500) };
const poster = { seed: 1, slug: 'amber-coast', genres: ['sea'], kind: 'tv', year: 2020 };
const picture = (more: Partial<Picture> = {}): Picture => ({
  names: ['Amber Coast'],
  facts: 'TV series · 2020',
  score: '8.10',
  posters: [poster],
  ...more,
});
const headline = (names: readonly string[]) =>
  composePicture(picture({ names, score: null, facts: '' }), faces);

describe('a picture', () => {
  test('is 1200 by 630 pixels of PNG, needs no font of the machine, and is the same every time', async () => {
    const svg = composePicture(picture(), faces);
    expect(svg).not.toMatch(/<text|font-family|NaN|undefined/);
    expect(composePicture(picture(), faces)).toBe(svg);
    const { format, width, height } = await sharp(await sharp(Buffer.from(svg)).png().toBuffer()).metadata();
    expect([format, width, height]).toEqual(['png', 1200, 630]);
  });

  test('shows a wall for several posters, and colour alone for none', async () => {
    for (const posters of [[poster, { ...poster, seed: 2 }], []]) {
      const svg = composePicture(picture({ posters }), faces);
      await sharp(Buffer.from(svg)).png().toBuffer();
    }
    const ids = [
      ...composePicture(picture({ posters: [poster, { ...poster, seed: 2 }] }), faces).matchAll(
        / id="([^"]+)"/g,
      ),
    ];
    expect(new Set(ids.map(([, id]) => id)).size).toBe(ids.length);
  });

  test('takes the first name that can be written, and writes none that cannot', () => {
    expect(headline(['進撃の巨人', 'Shingeki no Kyojin'])).toBe(headline(['Shingeki no Kyojin']));
    expect(headline(['進撃の巨人'])).toBe(headline([]));
    expect(headline(['Lucky☆Star'])).toBe(headline(['Lucky Star']));
  });
});

describe('lettering', () => {
  test('writes Latin and Cyrillic with every letter in its place', () => {
    const { display } = faces;
    for (const name of ['Łódź Māori Œuvre', 'Стальной алхимик: Ёжик', 'Їжак ў ґ']) {
      expect(display.canWrite(name)).toBe(true);
      expect(display.outline(name, 0, 0, 40)).not.toMatch(/NaN|undefined/);
    }
    expect(display.canWrite('進')).toBe(false);
    expect(display.widthOf('ii', 40)).toBeLessThan(display.widthOf('WW', 40));
  });

  test('never leaves its box, whatever the name', () => {
    const box = { width: 600, linesMax: 3, sizes: [80, 60, 40] };
    for (const name of ['A', 'Amber Coast '.repeat(30), 'W'.repeat(229), 'Длинноеслово'.repeat(9)]) {
      const { lines, size } = fitText(faces.display, name, box);
      expect(lines.length).toBeLessThanOrEqual(3);
      for (const line of lines) expect(faces.display.widthOf(line, size)).toBeLessThanOrEqual(600);
    }
    expect(fitText(faces.display, 'Amber Coast '.repeat(30), box).lines.at(-1)).toMatch(/…$/);
    expect(fitText(faces.display, 'Amber Coast', box)).toEqual({ lines: ['Amber Coast'], size: 80 });
  });
});
