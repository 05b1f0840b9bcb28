import type { Metadata } from 'next';
import Link from 'next/link';
import { accountForStaff, rolesForStaff, sessionsForStaff } from '../../api/reader.ts';
import type { OwnAccount, StaffAccount } from '../../api/types.ts';
import { type Locale, localeOf } from '../../i18n/locale.ts';
import { Breadcrumbs } from '../../shell/breadcrumbs.tsx';
import { LocalTime } from '../../shell/local-time.tsx';
import { ProblemView } from '../../shell/problem-view.tsx';
import { Section } from '../account/section.tsx';
import { AccountRoles } from './account-roles.tsx';
import { AccountSessions } from './account-sessions.tsx';
import { AccountSuspension } from './account-suspension.tsx';
import { StaffFrame, staffMetadata } from './staff-frame.tsx';

interface Props {
  readonly params: Promise<{ lang: string; id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return staffMetadata((await params).lang, 'accounts');
}

/** One account, with what staff may do about it. */
export async function AccountPage({ params }: Props) {
  const { lang, id } = await params;
  const locale = localeOf(lang);
  return (
    <StaffFrame locale={locale} page="accounts">
      {(reader) => <Account locale={locale} id={id} reader={reader} />}
    </StaffFrame>
  );
}

async function Account({ locale, id, reader }: { locale: Locale; id: string; reader: OwnAccount }) {
  const may = (permission: string) => reader.permissions.includes(permission);
  const answer = await accountForStaff(id);
  if (!answer.ok) {
    // What is no id is no account either.
    const problem = answer.problem === 'invalid' ? 'not_found' : answer.problem;
    return <ProblemView locale={locale} problem={problem} />;
  }
  const account = answer.data;
  const [sessions, roles] = await Promise.all([
    sessionsForStaff(id),
    may('admin.roles.view') ? rolesForStaff() : undefined,
  ]);
  if (!sessions.ok) return <ProblemView locale={locale} problem={sessions.problem} />;
  const { staff, forms } = locale.words;
  const { account: words } = staff;
  const { language } = locale;
  const givable = roles?.ok ? roles.data.items.filter(({ name }) => name in staff.roles) : [];
  return (
    <>
      <Breadcrumbs
        locale={locale}
        path={[{ page: '/staff/accounts', label: staff.pages.accounts }]}
        here={account.displayName}
      />
      <h1 className="text-2xl">{account.displayName}</h1>
      <p className="mb-3 wrap-anywhere text-soft">{account.email}</p>
      <div className="max-w-5xl">
        <Section id="facts" title={words.facts}>
          <Facts locale={locale} account={account} hasTrail={may('audit.view')} />
        </Section>
        <Section id="roles" title={words.rolesHeading} text={words.rolesText}>
          <AccountRoles
            account={account}
            givable={may('admin.roles.manage') ? givable : []}
            words={{ staff, forms }}
          />
        </Section>
        <Section id="sessions" title={words.sessionsHeading}>
          <AccountSessions
            account={account}
            sessions={sessions.data.items}
            mayEnd={may('admin.users.manage')}
            language={language}
            words={{ staff, forms }}
          />
        </Section>
        <Section id="suspension" title={words.suspensionHeading} text={words.suspensionText}>
          <AccountSuspension
            account={account}
            mayChange={may('admin.users.manage')}
            language={language}
            words={{ staff, forms }}
          />
        </Section>
      </div>
    </>
  );
}

function Facts({ locale, account, hasTrail }: { locale: Locale; account: StaffAccount; hasTrail: boolean }) {
  const { account: words } = locale.words.staff;
  const { language } = locale;
  const trail = (query: Readonly<Record<string, string>>) =>
    locale.href(`/staff/audit?${new URLSearchParams(query)}`);
  const link = 'inline-flex min-h-7 items-center text-accent underline underline-offset-4';
  return (
    <>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5 text-sm [&_dt]:text-mute">
        <dt>{words.id}</dt>
        <dd className="font-mono text-xs/5 wrap-anywhere select-all">{account.id}</dd>
        <dt>{words.since}</dt>
        <dd>
          <LocalTime iso={account.createdAt} language={language} />
        </dd>
        <dt>{words.language}</dt>
        <dd>{locale.languageName(account.language)}</dd>
        {account.deletionDueAt !== null && (
          <>
            <dt>{words.deletion}</dt>
            <dd>
              <LocalTime iso={account.deletionDueAt} language={language} dayOnly />
            </dd>
          </>
        )}
      </dl>
      {hasTrail && (
        <p className="mt-3 flex flex-wrap gap-x-5 text-sm">
          <Link href={trail({ target: account.id })} prefetch={false} className={link}>
            {words.trail}
          </Link>
          <Link href={trail({ actor: account.id })} prefetch={false} className={link}>
            {words.byThem}
          </Link>
        </p>
      )}
    </>
  );
}
