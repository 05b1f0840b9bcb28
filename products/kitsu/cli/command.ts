import type { CatalogueLocation } from './catalogue-database.ts';

/** The person's words cannot be understood; the message says why. */
export class UsageError extends Error {}

/** What a command is given: where the catalogue is, and the words and switches after the command's name. */
export interface CommandInput {
  readonly location: CatalogueLocation;
  readonly args: readonly string[];
  readonly ifEmpty: boolean;
  /** `--follow`: goes on telling until the job has ended. */
  readonly follow?: boolean | undefined;
  /** `--state`, of jobs. */
  readonly state?: string | undefined;
  /** `--task`, of jobs. */
  readonly task?: string | undefined;
  /** `--name`, of a new account. */
  readonly name?: string | undefined;
  /** `--role`, of a new account. */
  readonly role?: string | undefined;
  /** `--password-file`: holds the password of a new account. */
  readonly passwordFile?: string | undefined;
  /** `--head`: where the audit trail once ended, as `POSITION:HASH`. */
  readonly head?: string | undefined;
  /** `--action`, `--actor`, `--target` and `--since`, of the audit trail. */
  readonly action?: string | undefined;
  readonly actor?: string | undefined;
  readonly target?: string | undefined;
  readonly since?: string | undefined;
  /** `--form`: how verifiers of another system were made. */
  readonly form?: string | undefined;
}

/** Runs one command and returns what to tell the person. */
export type Command = (input: CommandInput) => Promise<string>;
