import { type EventHub, followInFrames } from '@seaworthy/platform/events';
import { defineStream, type Route } from '@seaworthy/platform/http';
import { authoriseAccount } from '@seaworthy/platform/identity';
import { STAFF_JOBS, toAccount } from './audiences.ts';

/** What happens, as it happens: to one's own account, and to the jobs for staff. */
export function eventRoutes({ events }: { readonly events: EventHub }): Route[] {
  return [
    defineStream({
      path: '/api/v1/account/events',
      operationId: 'followOwnEvents',
      summary: 'A stream of what happens to the own account',
      tags: ['account'],
      access: { permission: 'account.view' },
      open: ({ actor, signal }, lastMark) => {
        const { accountId } = authoriseAccount(actor, 'account.view');
        return followInFrames(events, { audiences: [toAccount(accountId)], lastMark, signal });
      },
    }),
    defineStream({
      path: '/api/v1/staff/events',
      operationId: 'followStaffEvents',
      summary: 'A stream of what becomes of jobs that take long or fail',
      tags: ['staff'],
      access: { permission: 'admin.parser.logs', hidden: true },
      open: ({ actor, signal }, lastMark) => {
        const { accountId } = authoriseAccount(actor, 'admin.parser.logs');
        return followInFrames(events, { audiences: [toAccount(accountId), STAFF_JOBS], lastMark, signal });
      },
    }),
  ];
}
