import { expect, test } from 'vitest';
import { jsonForHtml } from './json-ld.tsx';

test('no text can end the block or begin another, and it reads as what it was', () => {
  const value = { name: '</script><script>alert(1)</script><!-- & \u2028 ]]>' };
  const written = jsonForHtml(value);
  expect(written).not.toMatch(/[<>&\u2028]/);
  expect(JSON.parse(written)).toEqual(value);
});
