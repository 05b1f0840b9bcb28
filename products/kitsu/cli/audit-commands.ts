import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type ChainHead, type EntryRow, listEntries, verifyTrail } from '@seaworthy/platform/audit-trail';
import { conflict } from '@seaworthy/platform/errors';
import { type KeyRing, parseKeyRing } from '@seaworthy/platform/identity';
import type { Db } from '@seaworthy/platform/postgres';
import { z } from 'zod';
import { idNamed } from '../features/audit-trail/index.ts';
import { manifest } from '../product.ts';
import { withCatalogue } from './catalogue-database.ts';
import { type Command, type CommandInput, UsageError } from './command.ts';

/** More than a terminal shows at once helps nobody. */
const LISTED_MAX = 50;

/** The commands for the audit trail, by name. */
export const AUDIT_COMMANDS: Readonly<Record<string, Command>> = {
  'audit verify': async (input) => {
    const known = input.head === undefined ? undefined : readHead(input.head);
    const signer = await keysOf(input);
    return withCatalogue(input.location, ({ db }) => verify(db, signer, known));
  },

  'audit list': (input) =>
    withCatalogue(input.location, async ({ db }) => {
      const { action, target, since } = input;
      const actor = input.actor && (await idNamed(db, input.actor));
      const from = since === undefined ? undefined : momentOf(since);
      const { items, nextCursor } = await listEntries(db, { action, actor, target, from, limit: LISTED_MAX });
      if (items.length === 0) return 'The audit trail has no such entry.';
      const lines = items.map(entryText).join('\n');
      return nextCursor === null ? lines : `${lines}\nThese are the newest ${LISTED_MAX}; there are more.`;
    }),
};

async function verify(
  db: Db<unknown>,
  signer: KeyRing | undefined,
  known: ChainHead | undefined,
): Promise<string> {
  const { broken, head, sealedCount, unsealedCount, signedUpTo } = await verifyTrail(db, {
    ...(signer && { signer }),
    ...(known && { known }),
  });
  if (broken) {
    const where = broken.position === undefined ? '' : ` at position ${broken.position}`;
    const which = broken.entryId === undefined ? '' : ` (entry ${broken.entryId})`;
    throw conflict(`The audit trail is broken${where}${which}: ${broken.what}.`);
  }
  const signed = signer
    ? `Signed with a key of this installation up to position ${signedUpTo}.`
    : 'Signatures were not checked: set KITSU_SECRET_KEYS.';
  return [
    `The audit trail is whole: ${sealedCount} entries sealed, ${unsealedCount} wait for it.`,
    ...(head === undefined
      ? []
      : [signed, `Note its end elsewhere, to be checked later with --head ${head.position}:${head.hash}`]),
  ].join('\n');
}

/** The keys that are set, or else those that npm start keeps. */
async function keysOf({ location }: CommandInput): Promise<KeyRing | undefined> {
  if (location.secretKeys !== undefined || location.databaseUrl !== undefined) return location.secretKeys;
  const file = join(resolve(location.dataDir), `${manifest.name}-secrets.json`);
  try {
    const secrets = z.record(z.string(), z.string()).parse(JSON.parse(await readFile(file, 'utf8')));
    return parseKeyRing(secrets.KITSU_SECRET_KEYS ?? '');
  } catch {
    return undefined;
  }
}

function readHead(text: string): ChainHead {
  const [, position, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (position === undefined || hash === undefined) {
    throw new UsageError('--head is a position and a hash, as audit verify tells them: 120:3f8a…');
  }
  return { position: Number(position), hash };
}

function momentOf(text: string): Date {
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) throw new UsageError('--since is a date such as 2026-01-31.');
  return moment;
}

function entryText(entry: EntryRow): string {
  const { at, actor_kind: kind, actor, action, outcome, target_kind: targetKind, target, reason } = entry;
  const who = actor ?? kind;
  const what = outcome === 'refused' ? `${action}, refused` : action;
  const changes = Object.entries(entry.changes).map(([field, change]) =>
    'secret' in change
      ? `${field} changed`
      : `${field}: ${JSON.stringify(change.before ?? null)} → ${JSON.stringify(change.after ?? null)}`,
  );
  const details = [...changes, ...(reason === null ? [] : [`because: ${reason}`])];
  return [
    `${entry.id}  ${at.toISOString()}  ${what}  ${targetKind} ${target ?? ''}  by ${who}${entry.address ? ` from ${entry.address}` : ''}`,
    ...details.map((detail) => `    ${detail}`),
  ].join('\n');
}
