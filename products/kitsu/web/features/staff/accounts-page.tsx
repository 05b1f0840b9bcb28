import { Badge, Button, buttonClass, Cell, HeadCell, Select, Table, TextInput } from '@seaworthy/platform/ui';
import type { Metadata } from 'next';
import Link from 'next/link';
import { accountsForStaff } from '../../api/reader.ts';
import type { StaffAccount } from '../../api/types.ts';
import { type Locale, localeOf } from '../../i18n/locale.ts';
import { LocalTime } from '../../shell/local-time.tsx';
import { ProblemView } from '../../shell/problem-view.tsx';
import { type PageQuery, searchParamsOf } from '../catalogue/search-params.ts';
import { roleName } from './role-name.ts';
import { StaffFrame, staffMetadata } from './staff-frame.tsx';

interface Props {
  readonly params: Promise<{ lang: string }>;
  readonly searchParams: PageQuery;
}

interface Asked {
  readonly q: string;
  readonly role: string;
  readonly state: '' | 'suspended' | 'leaving';
  readonly sort: '' | 'oldest' | 'name';
  readonly cursor: string;
}

const PAGE_SIZE = 50;
const QUERY_MAX_LENGTH = 100;
const STATES = ['suspended', 'leaving'] as const;
/** Besides the first one, which needs no word in the address. */
const SORTS = ['oldest', 'name'] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return staffMetadata((await params).lang, 'accounts');
}

/** All accounts, to find one by its name, its address, a role or its state. */
export async function AccountsPage({ params, searchParams }: Props) {
  const locale = localeOf((await params).lang);
  const query = await searchParamsOf(searchParams);
  const asked: Asked = {
    q: (query.get('q') ?? '').trim().slice(0, QUERY_MAX_LENGTH),
    role: query.get('role') ?? '',
    state: STATES.find((state) => state === query.get('state')) ?? '',
    sort: SORTS.find((sort) => sort === query.get('sort')) ?? '',
    cursor: query.get('cursor') ?? '',
  };
  return (
    <StaffFrame locale={locale} page="accounts">
      {() => <Accounts locale={locale} asked={asked} />}
    </StaffFrame>
  );
}

async function Accounts({ locale, asked }: { locale: Locale; asked: Asked }) {
  const { staff } = locale.words;
  const { q, role, state, sort, cursor } = asked;
  const answer = await accountsForStaff({
    limit: PAGE_SIZE,
    ...(q && { q }),
    ...(role && { role }),
    ...(state && { state }),
    ...(sort && { sort }),
    ...(cursor && { cursor }),
  });
  if (!answer.ok) return <ProblemView locale={locale} problem={answer.problem} />;
  const { items, nextCursor } = answer.data;
  const address = (change: Partial<Asked>) => {
    const wanted = Object.entries({ ...asked, ...change }).filter(([, value]) => value !== '');
    return locale.href(`/staff/accounts?${new URLSearchParams(wanted)}`);
  };
  return (
    <>
      <h1 className="sr-only">{staff.pages.accounts}</h1>
      <Search locale={locale} asked={asked} />
      {items.length === 0 ? (
        <p className="text-soft">{staff.accounts.none}</p>
      ) : (
        <List locale={locale} items={items} />
      )}
      <div className="mt-5 flex gap-2">
        {cursor !== '' && (
          <Link href={address({ cursor: '' })} prefetch={false} className={buttonClass({ size: 'sm' })}>
            {staff.accounts.first}
          </Link>
        )}
        {nextCursor !== null && (
          <Link
            href={address({ cursor: nextCursor })}
            prefetch={false}
            className={buttonClass({ size: 'sm' })}
          >
            {staff.accounts.next}
          </Link>
        )}
      </div>
    </>
  );
}

function Search({ locale, asked }: { locale: Locale; asked: Asked }) {
  const { staff } = locale.words;
  return (
    <search>
      <form action={locale.href('/staff/accounts')} className="mb-5 grid grid-cols-2 gap-2 md:flex">
        <TextInput
          type="search"
          name="q"
          defaultValue={asked.q}
          maxLength={QUERY_MAX_LENGTH}
          aria-label={staff.accounts.find}
          placeholder={staff.accounts.find}
          autoComplete="off"
          className="max-md:col-span-2 md:max-w-80"
        />
        <Select
          name="role"
          defaultValue={asked.role}
          aria-label={staff.accounts.role}
          className="md:shrink-0"
        >
          <option value="">{staff.accounts.anyRole}</option>
          {Object.keys(staff.roles).map((role) => (
            <option key={role} value={role}>
              {roleName(staff, role)}
            </option>
          ))}
        </Select>
        <Select
          name="state"
          defaultValue={asked.state}
          aria-label={staff.accounts.state}
          className="md:shrink-0"
        >
          <option value="">{staff.accounts.anyState}</option>
          {STATES.map((state) => (
            <option key={state} value={state}>
              {staff.accounts[state]}
            </option>
          ))}
        </Select>
        <Select
          name="sort"
          defaultValue={asked.sort}
          aria-label={staff.accounts.sort}
          className="md:shrink-0"
        >
          <option value="">{staff.accounts.sorts.newest}</option>
          {SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {staff.accounts.sorts[sort]}
            </option>
          ))}
        </Select>
        <Button type="submit" className="h-9">
          {staff.accounts.findButton}
        </Button>
      </form>
    </search>
  );
}

function List({ locale, items }: { locale: Locale; items: readonly StaffAccount[] }) {
  const { staff } = locale.words;
  const { accounts: words } = staff;
  return (
    <Table>
      <thead>
        <tr>
          <HeadCell>{words.name}</HeadCell>
          <HeadCell from="md">{words.email}</HeadCell>
          <HeadCell from="sm">{words.rolesColumn}</HeadCell>
          <HeadCell>{words.state}</HeadCell>
          <HeadCell from="lg">{words.since}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {items.map((account) => (
          <tr key={account.id} className="hover:bg-hover">
            <Cell className="w-3/5 max-w-0 sm:w-2/5 md:w-1/4">
              <Link
                href={locale.href(`/staff/accounts/${account.id}`)}
                prefetch={false}
                className="block truncate text-base leading-7 hover:text-accent hover:underline"
              >
                {account.displayName}
              </Link>
              <span className="block truncate text-xs text-mute md:hidden">{account.email}</span>
            </Cell>
            <Cell from="md" className="max-w-0 w-1/4 truncate text-soft">
              {account.email}
            </Cell>
            <Cell from="sm" className="text-soft">
              {account.roles.map((role) => roleName(staff, role)).join(', ')}
            </Cell>
            <Cell>
              <States account={account} words={words} />
            </Cell>
            <Cell from="lg" className="text-soft tabular-nums">
              <LocalTime iso={account.createdAt} language={locale.language} dayOnly />
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function States({ account, words }: { account: StaffAccount; words: Locale['words']['staff']['accounts'] }) {
  return (
    <span className="flex flex-wrap gap-1.5">
      {account.suspendedAt !== null && <Badge tone="warn">{words.suspended}</Badge>}
      {account.deletionDueAt !== null && <Badge>{words.leaving}</Badge>}
    </span>
  );
}
