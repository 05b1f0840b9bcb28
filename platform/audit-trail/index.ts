export { type AuditAction, defineAction } from './action.ts';
export type { ChainSigner } from './chain.ts';
export type { AuditFields, FieldChange } from './changes.ts';
export { examineTrail, type TrailCondition } from './examine.ts';
export { listEntries, walkEntries } from './list-entries.ts';
export type { EntryFilter, EntryRow } from './queries.ts';
export { requestSealing, sealHandler } from './seal.ts';
export { type AuditActor, type AuditEntry, type AuditOrigin, openTrail, type Trail } from './trail.ts';
export { type ChainHead, type Verification, verifyTrail } from './verify.ts';
