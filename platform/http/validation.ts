import { Ajv, type Options, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifySchemaCompiler } from 'fastify';
import { type FieldProblem, invalidInput } from '../errors/index.ts';
import { fieldProblems, type RequestPart } from './field-problems.ts';

const DEPTH_MAX = 32;
const NUL_MESSAGE = 'contains a NUL character, which cannot be stored';
const PARTS: Readonly<Record<string, RequestPart>> = { params: 'path', querystring: 'query', body: 'body' };

/**
 * Makes Fastify validate with our rules: path and query values are converted to the types of the contract, bodies are
 * taken as they are; unknown fields, repeated single parameters, infinities and NUL characters are refused. What is
 * wrong is said per field, as `invalid_input`.
 */
export function createValidatorCompiler(): FastifySchemaCompiler<Record<string, unknown>> {
  const shared: Options = {
    useDefaults: true,
    allErrors: true,
    verbose: true,
    strict: true,
    allowUnionTypes: true,
  };
  const forText = new Ajv({ ...shared, coerceTypes: 'array' });
  const forJson = new Ajv({ ...shared, coerceTypes: false });
  addFormats.default(forText);
  addFormats.default(forJson);
  return ({ schema, httpPart }) => {
    const part = PARTS[httpPart ?? 'body'] ?? 'body';
    const validate = (part === 'body' ? forJson : forText).compile(schema);
    return (data: unknown) => check(part, validate, data);
  };
}

function check(part: RequestPart, validate: ValidateFunction, data: unknown) {
  const problems = unstorable(part, data);
  if (problems.length === 0 && !validate(data)) problems.push(...fieldProblems(part, validate.errors ?? []));
  if (problems.length === 0 && part !== 'body') problems.push(...infinities(data));
  if (problems.length === 0) return { value: data };
  return { error: invalidInput(sentence(part, problems), problems) };
}

function sentence(part: RequestPart, problems: readonly FieldProblem[]): string {
  const [first] = problems;
  const what = `The ${part === 'body' ? 'request body' : part === 'path' ? 'address' : 'query'} is not accepted`;
  if (!first) return `${what}.`;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return `${what}: ${first.path} ${first.message}${more}.`;
}

/** PostgreSQL stores no NUL character, so none is let in: the query would fail far from the mistake. */
function unstorable(part: RequestPart, data: unknown): FieldProblem[] {
  const found = findUnstorable(data, 0);
  return found ? [{ path: found.path.join('.') || part, message: found.message }] : [];
}

type Unstorable = { path: string[]; message: string };

function findUnstorable(value: unknown, depth: number): Unstorable | undefined {
  if (typeof value === 'string') return value.includes('\0') ? { path: [], message: NUL_MESSAGE } : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > DEPTH_MAX) return { path: [], message: 'is nested too deeply' };
  for (const key of Object.keys(value)) {
    if (key.includes('\0')) return { path: [], message: NUL_MESSAGE };
    const found = findUnstorable((value as Record<string, unknown>)[key], depth + 1);
    if (found) return { path: [key, ...found.path], message: found.message };
  }
  return undefined;
}

/** The validator turns the word `Infinity` into the number, which no contract means. */
function infinities(data: unknown): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const values = data as Record<string, unknown>;
  for (const path in values) {
    const value = values[path];
    if (Array.isArray(value) ? value.some(isInfinite) : isInfinite(value)) {
      problems.push({ path, message: 'must be a finite number' });
    }
  }
  return problems;
}

function isInfinite(value: unknown): boolean {
  return value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY;
}
