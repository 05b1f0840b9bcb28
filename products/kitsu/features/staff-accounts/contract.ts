import { z } from 'zod';

/** An account as staff sees it. */
export const staffAccount = z
  .object({
    id: z.string(),
    email: z.string(),
    displayName: z.string(),
    language: z.string(),
    roles: z.array(z.string()).describe('What was granted; everybody has the role user besides.'),
    createdAt: z.string(),
    suspendedAt: z.string().nullable(),
    suspensionReason: z.string().nullable(),
    deletionDueAt: z.string().nullable(),
  })
  .meta({ id: 'StaffAccount' });

export const listAccountsQuery = z.object({
  q: z.string().min(1).max(100).optional().describe('A part of the address or the name.'),
  role: z.string().max(40).optional(),
  state: z.enum(['suspended', 'leaving']).optional().describe('Leaving: its owner gave it up.'),
  sort: z.enum(['newest', 'oldest', 'name']).default('newest'),
  limit: z.int().min(1).max(100).default(50),
  cursor: z.string().max(500).optional(),
});

export const staffAccountList = z
  .object({ items: z.array(staffAccount), nextCursor: z.string().nullable() })
  .meta({ id: 'StaffAccountList' });

export const accountRef = z.object({ id: z.uuid() });
export const roleRef = z.object({ id: z.uuid(), role: z.string().max(40) });
export const roleChange = z.object({ reason: z.string().min(3).max(300).describe('For the audit trail.') });
export const suspension = z.object({ reason: z.string().min(3).max(300).describe('The owner reads it.') });

const shownSession = z.object({
  id: z.string(),
  kind: z.enum(['browser', 'api']),
  device: z.string(),
  address: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.string(),
});
export const staffSessionList = z.object({ items: z.array(shownSession) }).meta({ id: 'StaffSessionList' });
export const staffEndedSessions = z.object({ endedCount: z.int() }).meta({ id: 'StaffEndedSessions' });

export const roleList = z
  .object({ items: z.array(z.object({ name: z.string(), permissions: z.array(z.string()) })) })
  .meta({ id: 'RoleList' });

export type StaffAccount = z.infer<typeof staffAccount>;
export type StaffAccountList = z.infer<typeof staffAccountList>;
export type ListAccountsQuery = z.infer<typeof listAccountsQuery>;
export type StaffSessionList = z.infer<typeof staffSessionList>;
export type RoleList = z.infer<typeof roleList>;
