import { html, Markup } from './markup.ts';
import type { CapturedLetterRow, CapturedRow } from './queries.ts';

/** Where captured mails are shown. */
export const CAPTURED_PATH = '/dev/mail';

const STYLES = new Markup(`
:root { color-scheme: light dark; --line: light-dark(#dfdcd6, #2d2825); --soft: light-dark(#625a54, #a39e98); --accent: light-dark(#bd2d0e, #fa825d); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1.25rem; font: 1rem/1.5 system-ui, sans-serif; background: light-dark(#fbf9f6, #110e0c); color: light-dark(#201b16, #f1efea); }
h1 { margin: 0 0 .25rem; font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin: 2rem 0 .5rem; font-size: 1.125rem; }
p { margin: 0 0 1.5rem; color: var(--soft); }
a { color: var(--accent); }
ul { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); }
li a { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding: .75rem .25rem; border-bottom: 1px solid var(--line); color: inherit; text-decoration: none; }
li a:hover strong { color: var(--accent); }
li span { color: var(--soft); overflow-wrap: anywhere; }
li time { grid-column: 2; grid-row: 1 / span 2; align-self: center; color: var(--soft); font-variant-numeric: tabular-nums; font-size: .875rem; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: 1rem 0 1.5rem; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
iframe { display: block; width: 100%; height: 44rem; border: 1px solid var(--line); border-radius: .5rem; }
pre { margin: 0; padding: 1rem; border: 1px solid var(--line); border-radius: .5rem; white-space: pre-wrap; overflow-wrap: anywhere; font-size: .875rem; }
@media (max-width: 30rem) { li a { grid-template-columns: 1fr; } li time { grid-column: 1; grid-row: auto; } }
`);

/** Styles of its own, no script; the mail in its frame may lead the whole window away when it is clicked. */
export const CAPTURED_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The list of captured mails, the newest first. */
export function capturedListPage(rows: readonly CapturedRow[]): string {
  const entries = rows.map(
    (
      row,
    ) => html`<li><a href="${CAPTURED_PATH}/${row.mail_id}"><strong>${row.subject}</strong><span>${row.recipient}</span>${timeOf(row.captured_at)}</a></li>
`,
  );
  const list =
    rows.length === 0
      ? html`<p>No mail yet. Whatever is sent from now on appears here: register an account, or ask for a new password. Reload to look again.</p>`
      : html`<ul>${entries}</ul>`;
  return page(
    'Captured mail',
    html`<h1>Captured mail</h1>
<p>No mail server is set, so mails are kept here instead of being sent.</p>
${list}`,
  );
}

/** One captured mail: who, what, as HTML and as text. */
export function capturedLetterPage(row: CapturedLetterRow): string {
  return page(
    row.subject,
    html`<a href="${CAPTURED_PATH}">All captured mail</a>
<h1>${row.subject}</h1>
<dl><dt>To</dt><dd>${row.recipient}</dd><dt>From</dt><dd>${row.sender}</dd><dt>Captured</dt><dd>${timeOf(row.captured_at)}</dd><dt>Message-ID</dt><dd>${row.message_id}</dd></dl>
<iframe title="The mail as HTML" sandbox="allow-top-navigation-by-user-activation" srcdoc="${row.html.replace('<head>', '<head><base target="_top">')}"></iframe>
<h2>As text</h2>
<pre>${row.plain}</pre>`,
  );
}

function timeOf(at: Date): Markup {
  const text = at.toISOString();
  return html`<time datetime="${text}">${text.slice(0, 19).replace('T', ' ')} UTC</time>`;
}

function page(title: string, body: Markup): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${STYLES}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`.text;
}
