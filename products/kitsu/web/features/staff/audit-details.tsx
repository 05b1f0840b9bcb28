import type { AuditChange, AuditEntry } from '../../api/types.ts';
import type { Locale } from '../../i18n/locale.ts';

type Words = Locale['words']['staff']['audit'];

/** What changed, why, and from where. */
export function AuditDetails({ locale, entry }: { locale: Locale; entry: AuditEntry }) {
  const { audit: words } = locale.words.staff;
  const facts: readonly (readonly [string, string | null])[] = [
    [words.reason, entry.reason],
    [words.actor, idOf(entry.actor)],
    [words.target, `${entry.target.kind} ${entry.target.id ?? ''}`],
    [words.address, entry.address],
    [words.agent, entry.userAgent],
    [words.request, entry.requestId],
    [words.seal, entry.position === null ? words.unsealed : locale.number(entry.position)],
  ];
  return (
    <div className="grid gap-x-10 gap-y-4 pt-1 pb-4 pl-6 text-sm lg:grid-cols-2">
      {entry.changes.length > 0 && <Changes words={words} changes={entry.changes} />}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] content-start gap-x-5 gap-y-1 [&_dt]:text-mute">
        {facts.map(
          ([name, value]) =>
            value !== null && (
              <div key={name} className="contents">
                <dt>{name}</dt>
                <dd className="wrap-anywhere text-soft">{value}</dd>
              </div>
            ),
        )}
      </dl>
    </div>
  );
}

function idOf({ kind, id, name }: AuditEntry['actor']): string {
  return [name, id ?? kind].filter((part) => part !== null).join(', ');
}

function Changes({ words, changes }: { words: Words; changes: readonly AuditChange[] }) {
  return (
    <dl className="content-start space-y-2">
      {changes.map(({ field, isSecret, before, after }) => (
        <div key={field} className="rounded-md bg-sunken px-3 py-2">
          <dt className="mb-1 font-mono text-xs text-mute">{field}</dt>
          {isSecret ? (
            <dd className="text-soft">{words.secret}</dd>
          ) : (
            <>
              <Value words={words} label={words.before} sign="−" value={before} />
              <Value words={words} label={words.after} sign="+" value={after} />
            </>
          )}
        </div>
      ))}
    </dl>
  );
}

/** One side of a change. The sign says which, also to who sees no colours; what is read out says it in a word. */
function Value({
  words,
  label,
  sign,
  value,
}: {
  words: Words;
  label: string;
  sign: '−' | '+';
  value: AuditChange['before'];
}) {
  return (
    <dd className={`flex gap-2 wrap-anywhere ${sign === '+' ? 'text-live' : 'text-warn'}`}>
      <span aria-hidden className="font-mono">
        {sign}
      </span>
      <span className="sr-only">{label}: </span>
      {written(value) ?? <span className="text-mute">{words.nothing}</span>}
    </dd>
  );
}

function written(value: AuditChange['before']): string | undefined {
  if (value === null || (Array.isArray(value) && value.length === 0)) return undefined;
  return Array.isArray(value) ? value.join(', ') : String(value);
}
