import { normaliseName } from './normalise.ts';

/** Names are indexed; an entry of a PostgreSQL index holds about 2,700 bytes. The longest real name known has 354. */
const NAME_MAX_BYTES = 2_000;

/** What keeps a text from being stored, as the end of a sentence, or null: PostgreSQL takes no NUL and no half of a character. */
export function textProblem(text: string): string | null {
  return text.includes('\0') || !text.isWellFormed() ? 'holds a character that cannot be stored' : null;
}

/** What keeps a text from being a name, as the end of a sentence, or null. */
export function nameProblem(name: string): string | null {
  const { words, compact } = normaliseName(name);
  if (compact === '') return 'must have a visible character';
  const bytes = Math.max(Buffer.byteLength(name), Buffer.byteLength(words));
  if (bytes > NAME_MAX_BYTES) return `must not be longer than ${NAME_MAX_BYTES} bytes`;
  return textProblem(name);
}
