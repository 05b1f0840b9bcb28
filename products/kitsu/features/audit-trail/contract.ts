import { z } from 'zod';

const filter = {
  actor: z
    .string()
    .max(320)
    .optional()
    .describe('The id of an account or its e-mail address, or the name of a part of the system.'),
  actorKind: z.enum(['account', 'system', 'operator', 'anonymous']).optional(),
  action: z
    .string()
    .max(60)
    .optional()
    .describe('An action such as role.grant, or with a dot at its end all of one subject: role.'),
  outcome: z.enum(['done', 'refused']).optional(),
  targetKind: z.string().max(40).optional(),
  target: z
    .string()
    .max(320)
    .optional()
    .describe('The id of what it was done to; of an account also its e-mail address.'),
  from: z.iso.datetime().optional().describe('This moment and later.'),
  until: z.iso.datetime().optional().describe('Before this moment.'),
};

export const auditFilter = z.object(filter);
export const listAuditQuery = z.object({
  ...filter,
  limit: z.int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});

const value = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.union([z.string(), z.number()])),
]);

/** What became of one field. */
const auditChange = z
  .object({
    field: z.string(),
    isSecret: z.boolean().describe('Then it is told that the field changed, and never its values.'),
    before: value.nullable().describe('Null also where there was nothing before.'),
    after: value.nullable(),
  })
  .meta({ id: 'AuditChange' });

const auditEntry = z
  .object({
    id: z.int(),
    at: z.string(),
    actor: z.object({
      kind: z.enum(['account', 'system', 'operator', 'anonymous']),
      id: z.string().nullable().describe('Of an account; of a part of the system its name.'),
      name: z.string().nullable().describe('Null when the account is gone, and for everybody without one.'),
    }),
    action: z.string(),
    outcome: z.enum(['done', 'refused']),
    target: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable() }),
    changes: z.array(auditChange),
    reason: z.string().nullable(),
    requestId: z.string().nullable(),
    address: z.string().nullable(),
    userAgent: z.string().nullable(),
    position: z
      .int()
      .nullable()
      .describe('Its place in the chain; null until it is sealed, a few seconds after.'),
  })
  .meta({ id: 'AuditEntry' });

export const auditEntryList = z
  .object({ items: z.array(auditEntry), nextCursor: z.string().nullable() })
  .meta({ id: 'AuditEntryList' });

export const auditActionList = z
  .object({ items: z.array(z.object({ name: z.string(), targetKind: z.string() })) })
  .meta({ id: 'AuditActionList' });

export type AuditFilter = z.infer<typeof auditFilter>;
export type ListAuditQuery = z.infer<typeof listAuditQuery>;
export type AuditEntryView = z.infer<typeof auditEntry>;
export type AuditEntryList = z.infer<typeof auditEntryList>;
export type AuditActionList = z.infer<typeof auditActionList>;
