import { expect, test } from 'vitest';
import { z } from 'zod';
import { describeSettings, readSettings, setting } from './index.ts';

const settings = {
  port: setting({
    variable: 'SHOP_PORT',
    schema: z.coerce.number(),
    description: 'Where it listens | and where not.',
    example: '3100',
    default: '3000',
  }),
  key: setting({
    variable: 'SHOP_KEY',
    schema: z.string(),
    description: 'Signs cookies.',
    example: 'a long random text',
    developmentDefault: 'only-for-development',
    secret: true,
    production: 'required',
  }),
  nickname: setting({
    variable: 'SHOP_NICKNAME',
    schema: z.string().optional(),
    description: 'For logs.',
    example: 'corner',
  }),
};

test('the table has a row for every setting, with what unset means and no secret', () => {
  expect(describeSettings(settings).markdown).toBe(
    [
      '| Variable | Meaning | Unset means | Example |',
      '|---|---|---|---|',
      '| `SHOP_PORT` | Where it listens \\| and where not. | `3000` | `3100` |',
      '| `SHOP_KEY` | Signs cookies. Secret; `SHOP_KEY_FILE` may name a file that holds it instead. | a generated value; production needs it | `a long random text` |',
      '| `SHOP_NICKNAME` | For logs. | none | `corner` |',
      '',
    ].join('\n'),
  );
});

test('an .env.example sets nothing until somebody takes the comment signs away, and then it can be read', () => {
  const { envExample } = describeSettings(settings);
  const lines = envExample.split('\n').filter((line) => line !== '');
  expect(lines.every((line) => line.startsWith('# '))).toBe(true);
  const assigned = lines.map((line) => /^# (SHOP_[A-Z]+)=(.*)$/.exec(line)).filter((match) => match !== null);
  const env = Object.fromEntries(assigned.map(([, name, value]) => [name, value]));
  expect(readSettings(settings, { env })).toEqual({
    port: 3100,
    key: 'a long random text',
    nickname: 'corner',
  });
});
