import type { MailBrand, MailContent, MailPart } from './content.ts';

/** The same mail for readers without HTML: an address stands on a line of its own, so that clients make it a link. */
export function renderText(content: MailContent, brand: MailBrand): string {
  const parts = [
    content.heading,
    ...content.parts.map(textOf),
    `--\n${brand.name}, ${brand.origin}\n${content.reason}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function textOf(part: MailPart): string {
  if (part.kind === 'text') return part.text;
  if (part.kind === 'action') return `${part.label}:\n${part.url}`;
  return part.rows.map(({ label, value }) => `${label}: ${value}`).join('\n');
}
