import { Button, buttonClass, Select, TextInput } from '@seaworthy/platform/ui';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Locale } from '../../i18n/locale.ts';
import type { AuditFilters } from './audit-query.ts';
import { actionName } from './role-name.ts';

interface Props {
  readonly locale: Locale;
  readonly filters: AuditFilters;
  readonly actions: readonly string[];
}

/** The filter of the audit trail: a plain form, so that its address can be kept and passed on. */
export function AuditFilterForm({ locale, filters, actions }: Props) {
  const { staff } = locale.words;
  const { audit: words } = staff;
  const isAsked = Object.values(filters).some((value) => value !== '');
  return (
    <search>
      <form
        action={locale.href('/staff/audit')}
        className="mb-5 grid grid-cols-2 items-end gap-x-3 gap-y-3 md:grid-cols-3 xl:grid-cols-[repeat(6,minmax(0,1fr))_auto]"
      >
        <Labelled label={words.action}>
          <Select name="action" defaultValue={filters.action} className="w-full">
            <option value="">{words.anyAction}</option>
            {actions.map((action) => (
              <option key={action} value={action}>
                {actionName(staff, action)}
              </option>
            ))}
          </Select>
        </Labelled>
        <Labelled label={words.outcome}>
          <Select name="outcome" defaultValue={filters.outcome} className="w-full">
            <option value="">{words.anyOutcome}</option>
            <option value="done">{words.outcomes.done}</option>
            <option value="refused">{words.outcomes.refused}</option>
          </Select>
        </Labelled>
        <Labelled label={words.actor}>
          <TextInput
            name="actor"
            defaultValue={filters.actor}
            placeholder={words.actorHint}
            maxLength={100}
          />
        </Labelled>
        <Labelled label={words.target}>
          <TextInput
            name="target"
            defaultValue={filters.target}
            placeholder={words.targetHint}
            maxLength={100}
          />
        </Labelled>
        <Labelled label={words.from}>
          <TextInput type="date" name="from" defaultValue={filters.from} />
        </Labelled>
        <Labelled label={words.until}>
          <TextInput type="date" name="until" defaultValue={filters.until} />
        </Labelled>
        <div className="flex gap-2">
          <Button type="submit" className="h-9">
            {words.show}
          </Button>
          {isAsked && (
            <Link
              href={locale.href('/staff/audit')}
              prefetch={false}
              className={`${buttonClass({ tone: 'ghost' })} h-9`}
            >
              {words.clear}
            </Link>
          )}
        </div>
      </form>
    </search>
  );
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is its child
    <label className="block min-w-0">
      <span className="mb-1 block text-xs text-mute">{label}</span>
      {children}
    </label>
  );
}
