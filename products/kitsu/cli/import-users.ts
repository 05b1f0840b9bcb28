import { createReadStream } from 'node:fs';
import { openTrail } from '@seaworthy/platform/audit-trail';
import { isAppError } from '@seaworthy/platform/errors';
import { importAccount } from '@seaworthy/platform/identity';
import type { Db } from '@seaworthy/platform/postgres';
import { parse } from 'csv-parse';
import { z } from 'zod';
import { kitsuRoles } from '../features/accounts/index.ts';

const RECORD_MAX_BYTES = 10_000;
const REJECTIONS_SHOWN = 20;

const row = z.object({
  email: z.string().min(3).max(254),
  name: z.string().max(40).default(''),
  language: z.enum(['en', 'ru']).catch('en'),
  verifier: z.string().min(1).max(300),
  roles: z.string().max(200).default(''),
});

/**
 * Takes accounts over from a CSV file with a head line (email, verifier, and where there are name, language and roles,
 * parted by blanks), row by row; running it again takes over what is missing. `form` stands in front of verifiers that do not
 * say what they are. Returns what to tell the person; rows are named by number, never by what stands in them.
 */
export async function importUsers(
  db: Db<unknown>,
  input: { readonly path: string; readonly form: string | undefined },
): Promise<string> {
  const trail = openTrail({ actor: { kind: 'operator' } });
  const counts = { created: 0, known: 0 };
  const rejections: string[] = [];
  let number = 0;
  const rows = createReadStream(input.path).pipe(
    parse({
      columns: true,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      max_record_size: RECORD_MAX_BYTES,
    }),
  );
  for await (const record of rows) {
    number += 1;
    const parsed = row.safeParse(record);
    try {
      if (!parsed.success) throw parsed.error;
      const { email, name, language, verifier, roles } = parsed.data;
      const isNew = await importAccount(
        { db, roles: kitsuRoles, trail },
        {
          email,
          language,
          displayName: name === '' ? (email.split('@')[0] ?? email).slice(0, 40) : name,
          verifier:
            input.form !== undefined && verifier.startsWith('$2') ? `${input.form}:${verifier}` : verifier,
          roles: roles.split(/\s+/).filter((role) => role !== ''),
        },
      );
      counts[isNew ? 'created' : 'known'] += 1;
    } catch (error) {
      rejections.push(`  row ${number}: ${reason(error)}`);
    }
  }
  const rest = rejections.length - REJECTIONS_SHOWN;
  return [
    `${counts.created} accounts taken over, ${counts.known} known already, ${rejections.length} refused.`,
    ...rejections.slice(0, REJECTIONS_SHOWN),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ].join('\n');
}

/** What is the row's own fault is told; everything else ends the import. */
function reason(error: unknown): string {
  if (error instanceof z.ZodError) {
    return `${error.issues.map((issue) => issue.path.join('.')).join(', ')} cannot be used`;
  }
  if (isAppError(error, 'invalid_input')) return error.message;
  throw error;
}
