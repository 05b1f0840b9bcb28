import { defineRoute, type Route } from '@seaworthy/platform/http';
import type { IdentityDeps } from '@seaworthy/platform/identity';
import { z } from 'zod';
import { KITSU_ACTIONS } from './actions.ts';
import { auditActionList, auditEntryList, auditFilter, listAuditQuery } from './contract.ts';
import { exportEntries } from './export-entries.ts';
import { viewActions, viewEntries } from './view-entries.ts';

const common = {
  method: 'GET',
  tags: ['staff'],
  access: { permission: 'audit.view', hidden: true },
} as const;

/** Who did what, for staff. */
export function auditTrailRoutes({ identity }: { identity: Pick<IdentityDeps, 'db'> }): Route[] {
  const exported = { ...common, query: auditFilter, response: z.string(), audit: KITSU_ACTIONS.exportTrail };
  return [
    defineRoute({
      ...common,
      path: '/api/v1/staff/audit',
      operationId: 'listAuditEntries',
      summary: 'The audit trail, the newest first',
      query: listAuditQuery,
      response: auditEntryList,
      handle: ({ actor, query }) => viewEntries(identity, actor, query),
    }),
    defineRoute({
      ...common,
      path: '/api/v1/staff/audit/actions',
      operationId: 'listAuditActions',
      summary: 'What the audit trail tells of',
      response: auditActionList,
      handle: async ({ actor }) => viewActions(actor),
    }),
    defineRoute({
      ...exported,
      path: '/api/v1/staff/audit/export.csv',
      operationId: 'exportAuditTrailAsCsv',
      summary: 'The audit trail as a table for spreadsheets',
      produces: 'text/csv; charset=utf-8; header=present',
      download: 'audit-trail.csv',
      handle: ({ actor, query, trail }) => exportEntries({ ...identity, trail }, actor, query, 'csv'),
    }),
    defineRoute({
      ...exported,
      path: '/api/v1/staff/audit/export.ndjson',
      operationId: 'exportAuditTrailAsNdjson',
      summary: 'The audit trail as one JSON object a line',
      produces: 'application/x-ndjson; charset=utf-8',
      download: 'audit-trail.ndjson',
      handle: ({ actor, query, trail }) => exportEntries({ ...identity, trail }, actor, query, 'ndjson'),
    }),
  ];
}
