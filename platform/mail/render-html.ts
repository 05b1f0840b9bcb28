import type { MailBrand, MailColours, MailContent, MailPart } from './content.ts';
import { html, Markup } from './markup.ts';

const FONT = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/**
 * A mail as mail clients can show it: tables for the layout, styles on each element, no picture, nothing loaded from
 * anywhere. Clients that know a dark theme get the dark colours, by media query or by the marks that Outlook sets; the
 * others show the light ones.
 */
export function renderHtml(content: MailContent, brand: MailBrand): string {
  const { light } = brand;
  const page = html`<!doctype html>
<html lang="${content.language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${content.subject}</title>
<style>${styles(brand)}</style>
</head>
<body class="ground" style="margin:0; padding:0; background-color:${light.ground};">
${preheader(content.preheader)}
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:${light.ground};">
<tr><td align="center" class="around" style="padding:32px 16px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;">
<tr><td style="padding:0 4px 16px;"><a href="${brand.origin}" class="accent" style="font-family:${FONT}; font-size:20px; line-height:28px; font-weight:700; color:${light.accent}; text-decoration:none;">${brand.name}</a></td></tr>
<tr><td class="card inside" style="background-color:${light.card}; border:1px solid ${light.line}; border-radius:12px; padding:32px 32px 16px;">
<h1 class="ink" style="margin:0 0 16px; font-family:${FONT}; font-size:22px; line-height:30px; font-weight:700; color:${light.ink};">${content.heading}</h1>
${content.parts.map((part) => markupOf(part, light))}${writtenOut(content, light)}</td></tr>
<tr><td class="mute" style="padding:16px 4px 0; font-family:${FONT}; font-size:13px; line-height:20px; color:${light.mute};">${content.reason}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
  return page.text;
}

/** Shown behind the subject and not in the mail. What follows keeps clients from filling up with the text of the mail. */
function preheader(text: string): Markup {
  const filler = new Markup('&#847;&zwnj;&nbsp;'.repeat(60));
  return html`<div style="display:none; max-height:0; max-width:0; overflow:hidden; opacity:0; mso-hide:all;">${text}${filler}</div>`;
}

function markupOf(part: MailPart, light: MailColours): Markup {
  if (part.kind === 'text') {
    return html`<p class="soft" style="margin:0 0 16px; font-family:${FONT}; font-size:16px; line-height:24px; color:${light.soft};">${part.text}</p>
`;
  }
  if (part.kind === 'facts') return factsTable(part.rows, light);
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 24px;">
<tr><td class="button" align="center" bgcolor="${light.button}" style="border-radius:8px; background-color:${light.button};"><a href="${part.url}" class="button" style="display:inline-block; padding:13px 24px; font-family:${FONT}; font-size:16px; line-height:22px; font-weight:600; color:${light.onButton}; background-color:${light.button}; border-radius:8px; text-decoration:none;">${part.label}</a></td></tr>
</table>
`;
}

function writtenOut({ parts, fallback }: MailContent, light: MailColours): Markup[] {
  return parts.flatMap((part) =>
    part.kind === 'action'
      ? [
          html`<p class="mute line" style="margin:24px 0 16px; padding-top:16px; border-top:1px solid ${light.line}; font-family:${FONT}; font-size:13px; line-height:20px; color:${light.mute};">${fallback}<br><a href="${part.url}" class="accent" style="color:${light.accent}; word-break:break-all; overflow-wrap:anywhere;">${part.url}</a></p>
`,
        ]
      : [],
  );
}

function factsTable(rows: readonly { label: string; value: string }[], light: MailColours): Markup {
  const cell = `padding:8px 0; font-family:${FONT}; font-size:15px; line-height:22px; border-top:1px solid ${light.line};`;
  const lines = rows.map(
    ({ label, value }) =>
      html`<tr><td class="mute line" valign="top" width="96" style="${cell} padding-right:16px; color:${light.mute};">${label}</td><td class="ink line" valign="top" style="${cell} color:${light.ink}; overflow-wrap:anywhere;">${value}</td></tr>
`,
  );
  return html`<table class="line" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px; border-bottom:1px solid ${light.line};">
${lines}</table>
`;
}

function styles({ dark }: MailBrand): Markup {
  const rules = (prefix: string) => `
${prefix}.ground { background-color: ${dark.ground} !important; }
${prefix}.card { background-color: ${dark.card} !important; border-color: ${dark.line} !important; }
${prefix}.line { border-color: ${dark.line} !important; }
${prefix}.ink { color: ${dark.ink} !important; }
${prefix}.soft { color: ${dark.soft} !important; }
${prefix}.mute { color: ${dark.mute} !important; }
${prefix}.accent { color: ${dark.accent} !important; }
${prefix}.button { background-color: ${dark.button} !important; color: ${dark.onButton} !important; }`;
  return new Markup(`
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 480px) { .around { padding: 20px 12px !important; } .inside { padding: 24px 20px 8px !important; } }
@media (prefers-color-scheme: dark) {${rules('')} }${rules('[data-ogsc] ')}${rules('[data-ogsb] ')}
`);
}
