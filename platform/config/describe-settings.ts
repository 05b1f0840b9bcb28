import type { AnySetting } from './setting.ts';

/** The configuration reference of a process, in the two forms a person meets it. */
export interface SettingsDescription {
  /** A markdown table: variable, meaning, default, example. */
  readonly markdown: string;
  /** Text of an `.env.example`: every variable, commented out, with its meaning above it. */
  readonly envExample: string;
}

/** Describes settings for the documentation. Deterministic: the order is the order given. Shows no secret's default. */
export function describeSettings(settings: Readonly<Record<string, AnySetting>>): SettingsDescription {
  const declared = Object.values(settings);
  const rows = declared.map(
    (s) => `| \`${s.variable}\` | ${cell(meaning(s))} | ${cell(fallback(s))} | ${cell(`\`${s.example}\``)} |`,
  );
  const head = ['| Variable | Meaning | Unset means | Example |', '|---|---|---|---|'];
  const blocks = declared.map(
    (s) => `# ${meaning(s)} Unset means: ${fallback(s)}.\n# ${s.variable}=${s.example}\n`,
  );
  return { markdown: `${[...head, ...rows].join('\n')}\n`, envExample: blocks.join('\n') };
}

function meaning(s: AnySetting): string {
  return s.secret
    ? `${s.description} Secret; \`${s.variable}_FILE\` may name a file that holds it instead.`
    : s.description;
}

function fallback(s: AnySetting): string {
  if (s.default !== undefined) return s.secret ? 'a built-in value' : `\`${s.default}\``;
  const outside =
    s.developmentDefault === undefined
      ? 'none'
      : s.secret
        ? 'a generated value'
        : `\`${s.developmentDefault}\``;
  if (s.production === 'required') return `${outside}; production needs it`;
  return s.developmentDefault === undefined ? outside : `${outside}; none in production`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
