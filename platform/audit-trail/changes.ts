/** A value as the trail keeps it. */
export type AuditValue = string | number | boolean | null | readonly (string | number)[];

/** Named values of a thing, before or after. */
export type AuditFields = Readonly<Record<string, AuditValue | Date | undefined>>;

/** What became of one field. A side that is not there is left out: the thing was made, or is gone. */
export type FieldChange =
  | { readonly before?: AuditValue; readonly after?: AuditValue }
  | { readonly secret: true };

const TEXT_MAX_LENGTH = 2_000;
/** Whatever an action forgets to mark: a field of such a name is a secret. */
const SECRET_NAME = /password|secret|token|verifier|credential|recovery|cookie/i;

/** The fields that differ, each with both sides; what is equal is left out. Undefined is the same as null. */
export function changedFields(
  before: AuditFields | undefined,
  after: AuditFields | undefined,
  secretFields: ReadonlySet<string>,
): Record<string, FieldChange> {
  const changes: Record<string, FieldChange> = {};
  for (const field of new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])) {
    const was = plain(before?.[field]);
    const is = plain(after?.[field]);
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    changes[field] =
      secretFields.has(field) || SECRET_NAME.test(field)
        ? { secret: true }
        : { ...(before && { before: short(was) }), ...(after && { after: short(is) }) };
  }
  return changes;
}

/** Text as the database takes it, at most so long. */
export function storableText(text: string, maxLength = TEXT_MAX_LENGTH): string {
  const whole = text.replaceAll('\0', '').toWellFormed();
  return whole.length <= maxLength ? whole : `${whole.slice(0, maxLength - 1).toWellFormed()}…`;
}

function plain(value: AuditFields[string]): AuditValue {
  return value instanceof Date ? value.toISOString() : (value ?? null);
}

function short(value: AuditValue): AuditValue {
  if (typeof value === 'string') return storableText(value);
  if (typeof value !== 'object' || value === null) return value;
  return value.map((item) => (typeof item === 'string' ? storableText(item) : item));
}
