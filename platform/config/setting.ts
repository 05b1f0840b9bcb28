import type { z } from 'zod';

/** What a setting is: one environment variable, its meaning and its bounds. */
export interface SettingOptions<T> {
  /** Name of the environment variable, such as `KITSU_API_PORT`. */
  readonly variable: string;
  /** Turns the variable's text into the value; its issues become the problems a person reads. */
  readonly schema: z.ZodType<T>;
  /** One sentence for the configuration reference. */
  readonly description: string;
  /** A value that would be accepted; never a real secret. */
  readonly example: string;
  /** Used in every mode when the variable is unset. */
  readonly default?: string;
  /** Used outside production when the variable is unset; production refuses it, also when it is set explicitly. */
  readonly developmentDefault?: string;
  /** Never printed, and may be given as `<VARIABLE>_FILE`, the path of a file that holds it. */
  readonly secret?: boolean;
  /** Without a value, production does not start (other modes get `default`, `developmentDefault` or undefined). */
  readonly production?: 'required';
  /** Why production cannot take this value, as the end of a sentence ("was made for trying things out"). */
  refusedInProduction?(value: T): string | undefined;
}

/** A declared setting; made by {@link setting}, read by `readSettings`. */
export interface Setting<T> extends SettingOptions<T> {
  readonly kind: 'setting';
}

/** Any setting, whatever it yields. */
export type AnySetting = Setting<unknown>;

/** The values that a record of settings yields. */
export type SettingValues<S extends Readonly<Record<string, AnySetting>>> = Readonly<{
  [K in keyof S]: S[K] extends Setting<infer T> ? T : never;
}>;

/**
 * Declares a setting. The schema sees the variable's text, or `undefined` when nothing was given and there is no
 * default: a setting that may be absent says so with `.optional()`. An empty variable counts as unset.
 */
export function setting<T>(options: SettingOptions<T>): Setting<T> {
  if (!/^[A-Z][A-Z0-9_]*$/.test(options.variable)) {
    throw new Error(`A setting's variable is written in capitals: ${options.variable}`);
  }
  return Object.freeze({ ...options, kind: 'setting' as const });
}
