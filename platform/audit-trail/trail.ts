import type { Db } from '../postgres/index.ts';
import type { AuditAction } from './action.ts';
import { type AuditFields, changedFields, storableText } from './changes.ts';
import { insertEntries, type NewEntry } from './queries.ts';

/** Who did it: an account, a part of the system, somebody at the command line, or nobody we know. */
export type AuditActor =
  | { readonly kind: 'account'; readonly accountId: string }
  | { readonly kind: 'system'; readonly name: string }
  | { readonly kind: 'operator' }
  | { readonly kind: 'anonymous' };

/** Where a request came from. */
export interface AuditOrigin {
  readonly requestId: string;
  readonly address: string;
  readonly userAgent: string | undefined;
}

/** One thing that was done, or that somebody was refused. */
export interface AuditEntry {
  readonly action: AuditAction;
  /** Which one of the action's kind; null when that is not known. */
  readonly target: string | null;
  readonly before?: AuditFields;
  readonly after?: AuditFields;
  readonly reason?: string | null;
  /** Default `done`. */
  readonly outcome?: 'done' | 'refused';
  /** Who it turned out to be, where the request itself was nobody's. */
  readonly actor?: AuditActor;
}

/** The part of the audit trail that one request, command or job writes. */
export interface Trail {
  /**
   * Writes entries in the transaction of what they tell of: both are committed, or neither. One object is one entry. An
   * entry with a before or an after between which nothing differs is not written: nothing was done.
   *
   * @throws Error outside of a transaction (a refusal may stand alone), and for an action that was not declared.
   */
  record(db: Db<unknown>, ...entries: readonly AuditEntry[]): Promise<void>;
  /** Whether anything was recorded, or would have been had it changed anything. */
  readonly isUsed: boolean;
}

const USER_AGENT_MAX_LENGTH = 300;

/** Opens the trail of whoever acts. With `actions` only these are taken. */
export function openTrail(options: {
  readonly actor: AuditActor;
  readonly origin?: AuditOrigin;
  readonly actions?: readonly AuditAction[];
}): Trail {
  const { actor, origin, actions } = options;
  let isUsed = false;
  return {
    get isUsed() {
      return isUsed;
    },
    async record(db, ...entries) {
      for (const { action, outcome } of entries) {
        if (actions && !actions.includes(action)) {
          throw new Error(`The action ${action.name} was not declared by who records it.`);
        }
        if (outcome !== 'refused' && !db.isTransaction) {
          throw new Error(`The action ${action.name} has to be recorded in the transaction of its change.`);
        }
      }
      isUsed = true;
      const rows = entries.flatMap((entry) => row(entry, entry.actor ?? actor, origin));
      if (rows.length > 0) await insertEntries(db, rows);
    },
  };
}

function row(entry: AuditEntry, actor: AuditActor, origin: AuditOrigin | undefined): NewEntry[] {
  const { action, before, after, reason } = entry;
  const changes = changedFields(before, after, action.secretFields);
  if ((before || after) && Object.keys(changes).length === 0) return [];
  const userAgent = origin?.userAgent;
  return [
    {
      actor_kind: actor.kind,
      actor: actor.kind === 'account' ? actor.accountId : actor.kind === 'system' ? actor.name : null,
      action: action.name,
      outcome: entry.outcome ?? 'done',
      target_kind: action.target,
      target: entry.target,
      changes,
      reason: reason ? storableText(reason) : null,
      request_id: origin?.requestId ?? null,
      address: origin?.address ?? null,
      user_agent: userAgent === undefined ? null : storableText(userAgent, USER_AGENT_MAX_LENGTH),
    },
  ];
}
