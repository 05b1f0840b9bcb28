/** A kind of thing that the audit trail tells of. */
export interface AuditAction {
  /** What it is about and what was done, such as `role.grant`. */
  readonly name: string;
  /** What kind of thing it is done to, such as `account`. */
  readonly target: string;
  /** Fields whose change is told and whose values never are. */
  readonly secretFields: ReadonlySet<string>;
}

const NAME = /^[a-z_]+\.[a-z_]+$/;

/**
 * Declares an action. Its name stands in the trail for ever.
 *
 * @throws Error for a name that is not `subject.verb`.
 */
export function defineAction(options: {
  readonly name: string;
  readonly target: string;
  readonly secretFields?: readonly string[];
}): AuditAction {
  const { name, target, secretFields = [] } = options;
  if (!NAME.test(name)) throw new Error(`An action is named after its subject and a verb: ${name}`);
  return Object.freeze({ name, target, secretFields: new Set(secretFields) });
}
