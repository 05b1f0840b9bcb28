import { Badge } from '@seaworthy/platform/ui';
import { ChevronRight } from 'lucide-react';
import type { AuditEntry } from '../../api/types.ts';
import type { Locale } from '../../i18n/locale.ts';
import { LocalTime } from '../../shell/local-time.tsx';
import { AuditDetails } from './audit-details.tsx';
import { actionName } from './role-name.ts';

/** Entries of the audit trail in lines; each opens on what changed, why, and from where. */
export function AuditEntries({ locale, entries }: { locale: Locale; entries: readonly AuditEntry[] }) {
  const { staff } = locale.words;
  return (
    <ul className="border-t border-line">
      {entries.map((entry) => (
        <li key={entry.id} className="border-b border-line">
          <details className="group">
            <summary className="audit-line hover:bg-hover">
              <ChevronRight
                aria-hidden
                className="size-4 shrink-0 text-mute transition-transform group-open:rotate-90"
              />
              <span className="text-mute tabular-nums">
                <LocalTime iso={entry.at} language={locale.language} />
              </span>
              <span className="flex min-w-0 flex-wrap items-center gap-2 font-medium">
                {actionName(staff, entry.action)}
                {entry.outcome === 'refused' && <Badge tone="warn">{staff.audit.outcomes.refused}</Badge>}
              </span>
              <span className="truncate text-soft">
                {entry.actor.name ?? entry.actor.id ?? staff.audit.actors[entry.actor.kind]}
              </span>
              <span className="truncate text-soft">{targetOf(entry)}</span>
            </summary>
            <AuditDetails locale={locale} entry={entry} />
          </details>
        </li>
      ))}
    </ul>
  );
}

function targetOf({ actor, target }: AuditEntry): string {
  if (target.id !== null && target.id === actor.id) return '';
  return target.name ?? target.id ?? '';
}
