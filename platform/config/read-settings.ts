import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { MODES, type Mode, modeSetting } from './mode.ts';
import type { AnySetting, SettingValues } from './setting.ts';
import { SettingsError, type SettingsProblem } from './settings-error.ts';

/** Variables by name, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

type Read = { readonly value: unknown } | { readonly problem: string };

/**
 * Reads every declared setting and returns them frozen. All problems are collected before anything is thrown, so
 * that one start tells a person everything that is wrong.
 *
 * @throws SettingsError when a setting is missing, malformed, given twice, or a development default in production.
 */
export function readSettings<S extends Readonly<Record<string, AnySetting>>>(
  settings: S,
  options: { readonly env?: Environment } = {},
): SettingValues<S> {
  const env = options.env ?? process.env;
  const mode = modeOf(env);
  const values: Record<string, unknown> = {};
  const problems: SettingsProblem[] = [];
  for (const [key, declared] of Object.entries(settings)) {
    const read = readOne(declared, env, mode);
    if ('problem' in read) {
      problems.push({ variable: declared.variable, problem: read.problem, example: declared.example });
    } else {
      values[key] = read.value;
    }
  }
  if (problems.length > 0) throw new SettingsError(problems);
  return Object.freeze(values) as SettingValues<S>;
}

/** An unreadable mode is strict here; declaring `modeSetting` is what reports it. */
function modeOf(env: Environment): Mode {
  const given = env[modeSetting.variable];
  return MODES.find((mode) => mode === given) ?? 'production';
}

function readOne(declared: AnySetting, env: Environment, mode: Mode): Read {
  const given = givenText(declared, env);
  if ('problem' in given) return given;
  const production = mode === 'production';
  if (production && given.value !== undefined && given.value === declared.developmentDefault) {
    return { problem: 'is the development default, which production refuses; choose a value of your own' };
  }
  const fallback = production ? declared.default : (declared.default ?? declared.developmentDefault);
  const text = given.value ?? fallback;
  if (text === undefined && production && declared.production === 'required') {
    return { problem: 'is not set, and production needs it' };
  }
  const parsed = declared.schema.safeParse(text);
  if (parsed.success) {
    const refused = production ? declared.refusedInProduction?.(parsed.data) : undefined;
    return refused === undefined
      ? { value: parsed.data }
      : { problem: `${refused}, which production refuses` };
  }
  if (text === undefined) return { problem: 'is not set' };
  return { problem: complaint(parsed.error, declared.secret === true) };
}

function givenText(
  declared: AnySetting,
  env: Environment,
): { readonly value?: string } | { readonly problem: string } {
  const direct = env[declared.variable] || undefined;
  const fileVariable = `${declared.variable}_FILE`;
  const file = declared.secret ? env[fileVariable] || undefined : undefined;
  if (file === undefined) return direct === undefined ? {} : { value: direct };
  if (direct !== undefined) return { problem: `is set, and so is ${fileVariable}; keep one of the two` };
  try {
    const text = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
    return text === ''
      ? { problem: `is empty: the file that ${fileVariable} names holds nothing` }
      : { value: text };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return { problem: `cannot be read from the file that ${fileVariable} names (${code})` };
  }
}

/** A schema may quote its input; for a secret only the kind of the mistake is told. */
function complaint(error: z.ZodError, secret: boolean): string {
  if (secret) return 'does not have the form it must have (the value is secret and is not shown)';
  return error.issues.map((issue) => issue.message).join('; ');
}
