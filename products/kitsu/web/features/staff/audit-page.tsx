import { buttonClass } from '@seaworthy/platform/ui';
import type { Metadata } from 'next';
import Link from 'next/link';
import { auditActionsForStaff, auditForStaff } from '../../api/reader.ts';
import { type Locale, localeOf } from '../../i18n/locale.ts';
import { ProblemView } from '../../shell/problem-view.tsx';
import { type PageQuery, searchParamsOf } from '../catalogue/search-params.ts';
import { AuditEntries } from './audit-entries.tsx';
import { AuditFilterForm } from './audit-filter-form.tsx';
import { type AuditFilters, auditAsked, auditFilters } from './audit-query.ts';
import { StaffFrame, staffMetadata } from './staff-frame.tsx';

interface Props {
  readonly params: Promise<{ lang: string }>;
  readonly searchParams: PageQuery;
}

const PAGE_SIZE = 50;
const EXPORTS = ['csv', 'ndjson'] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return staffMetadata((await params).lang, 'audit');
}

/** Who did what to what, the newest first. */
export async function AuditPage({ params, searchParams }: Props) {
  const locale = localeOf((await params).lang);
  const query = await searchParamsOf(searchParams);
  return (
    <StaffFrame locale={locale} page="audit">
      {() => <Trail locale={locale} filters={auditFilters(query)} cursor={query.get('cursor') ?? ''} />}
    </StaffFrame>
  );
}

interface TrailProps {
  readonly locale: Locale;
  readonly filters: AuditFilters;
  readonly cursor: string;
}

async function Trail({ locale, filters, cursor }: TrailProps) {
  const asked = auditAsked(filters);
  const [answer, actions] = await Promise.all([
    auditForStaff({ ...asked, limit: PAGE_SIZE, ...(cursor && { cursor }) }),
    auditActionsForStaff(),
  ]);
  if (!answer.ok) return <ProblemView locale={locale} problem={answer.problem} />;
  const { staff } = locale.words;
  const { items, nextCursor } = answer.data;
  const known = actions.ok ? actions.data.items.map(({ name }) => name) : [];
  return (
    <>
      <h1 className="sr-only">{staff.pages.audit}</h1>
      <AuditFilterForm locale={locale} filters={filters} actions={known} />
      {items.length === 0 ? (
        <p className="text-soft">{staff.audit.none}</p>
      ) : (
        <AuditEntries locale={locale} entries={items} />
      )}
      <div className="mt-5 flex flex-wrap items-center gap-2">
        {cursor !== '' && (
          <Link href={address(locale, filters)} prefetch={false} className={buttonClass({ size: 'sm' })}>
            {staff.accounts.first}
          </Link>
        )}
        {nextCursor !== null && (
          <Link
            href={address(locale, { ...filters, cursor: nextCursor })}
            prefetch={false}
            className={buttonClass({ size: 'sm' })}
          >
            {staff.accounts.next}
          </Link>
        )}
        <span className="ml-auto flex items-center gap-3 text-sm text-mute">
          {staff.audit.exportAs}
          {EXPORTS.map((form) => (
            <a
              key={form}
              download
              href={`/api/v1/staff/audit/export.${form}?${new URLSearchParams(asked)}`}
              className="inline-flex min-h-7 items-center text-accent uppercase underline underline-offset-4"
            >
              {form}
            </a>
          ))}
        </span>
      </div>
    </>
  );
}

function address(locale: Locale, query: Readonly<Record<string, string>>): string {
  const wanted = Object.entries(query).filter(([, value]) => value !== '');
  return locale.href(`/staff/audit?${new URLSearchParams(wanted)}`);
}
