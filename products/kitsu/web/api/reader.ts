import {
  getAccount,
  getOwnAccount,
  getSecondFactor,
  type ListAccountsData,
  type ListAuditEntriesData,
  listAccounts,
  listApiKeys,
  listAuditActions,
  listAuditEntries,
  listOwnSessions,
  listRoles,
  listSessionsOfAccount,
} from '@seaworthy/kitsu/client';
import { cache } from 'react';
import { renderScope } from '../server/render-scope.ts';
import { type Answer, ask } from './server.ts';

/** Asks the API as the reader of the page that is being rendered. Only pages that are made for one reader can. */
function askAsReader<T>(call: Parameters<typeof ask<T>>[0]): Promise<Answer<T>> {
  const { reader } = renderScope();
  if (!reader) throw new Error('This page is the same for everybody; it cannot know who reads it.');
  return ask(call, reader.headers);
}

/** Whether logging in to the reader's account asks for a code. */
export const readersSecondFactor = () => askAsReader((options) => getSecondFactor(options));

/** Where the reader's account is logged in. */
export const readersSessions = () => askAsReader((options) => listOwnSessions(options));

/** The API keys of the reader's account, and what a new one can be given. */
export const readersKeys = () => askAsReader((options) => listApiKeys(options));

/** The account that reads the page. */
export const readersAccount = cache(() => askAsReader((options) => getOwnAccount(options)));

/** A page of all accounts, for staff. */
export const accountsForStaff = (query: NonNullable<ListAccountsData['query']>) =>
  askAsReader((options) => listAccounts({ query, ...options }));

/** One account, for staff. */
export const accountForStaff = cache((id: string) =>
  askAsReader((options) => getAccount({ path: { id }, ...options })),
);

/** Where an account is logged in, for staff. */
export const sessionsForStaff = (id: string) =>
  askAsReader((options) => listSessionsOfAccount({ path: { id }, ...options }));

/** The roles there are, for who may look at them. */
export const rolesForStaff = () => askAsReader((options) => listRoles(options));

/** A page of the audit trail, for staff. */
export const auditForStaff = (query: NonNullable<ListAuditEntriesData['query']>) =>
  askAsReader((options) => listAuditEntries({ query, ...options }));

/** What the audit trail tells of. */
export const auditActionsForStaff = () => askAsReader((options) => listAuditActions(options));
