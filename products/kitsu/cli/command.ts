import type { CatalogueLocation } from './catalogue-database.ts';

/** The person's words cannot be understood; the message says why. */
export class UsageError extends Error {}

/** What a command is given: where the catalogue is, and the words and switches after the command's name. */
export interface CommandInput {
  readonly location: CatalogueLocation;
  readonly args: readonly string[];
  readonly ifEmpty: boolean;
  readonly state: string | undefined;
  readonly task: string | undefined;
}

/** Runs one command and returns what to tell the person. */
export type Command = (input: CommandInput) => Promise<string>;
