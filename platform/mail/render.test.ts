import { expect, test } from 'vitest';
import type { MailContent } from './content.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';
import { BRAND } from './testing/post-office.ts';

const url = 'https://harbour.example.org/go?a=1&b=2#token=x';
const CONTENT: MailContent = {
  language: 'en',
  subject: 'A "subject"',
  preheader: 'Before all',
  heading: 'Ships & boats',
  parts: [
    { kind: 'text', text: 'One <b>text</b>' },
    { kind: 'facts', rows: [{ label: 'Device', value: '<script>alert(1)</script>' }] },
    { kind: 'action', label: 'Go', url },
  ],
  fallback: 'Or open:',
  reason: 'Because.',
};

test('a mail loads nothing from anywhere and runs nothing', () => {
  const html = renderHtml(CONTENT, BRAND);
  expect(html).not.toMatch(/<(img|script|link|iframe|object|video|form)\b|\bsrc=|url\(|@import|\bon\w+=/i);
  const links = [...html.matchAll(/https?:[^"<\s]*/g)].map(([link]) => new URL(link).origin);
  expect(new Set(links)).toEqual(new Set(['https://harbour.example.org']));
});

test('what is told stands in both forms, as text: nothing of it is markup', () => {
  const html = renderHtml(CONTENT, BRAND);
  expect(html).toContain('One &lt;b&gt;text&lt;/b&gt;');
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(html.match(/href="https:\/\/harbour.example.org\/go\?a=1&amp;b=2#token=x"/g)).toHaveLength(2);
  const text = renderText(CONTENT, BRAND);
  expect(text).toContain(`Go:\n${url}\n`);
  for (const one of ['Ships & boats', 'One <b>text</b>', 'Device: <script>', 'Because.'])
    expect(text).toContain(one);
});

test('each element carries its light colours itself and gets dark ones where they are asked for', () => {
  const dark = { ...BRAND.dark, ink: '#fafafa' };
  const html = renderHtml(CONTENT, { ...BRAND, dark });
  const [, body = ''] = html.split('<body');
  expect(body).toContain('color:#123456');
  expect(body).not.toContain('#fafafa');
  expect(html).toMatch(/prefers-color-scheme: dark\) \{[^@]*\.ink \{ color: #fafafa !important; \}/);
});
