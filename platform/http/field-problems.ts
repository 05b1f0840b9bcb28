import type { ErrorObject } from 'ajv';
import type { FieldProblem } from '../errors/index.ts';

const PROBLEMS_MAX = 20;

const TYPE_WORDS: Readonly<Record<string, string>> = {
  integer: 'must be a whole number',
  number: 'must be a number',
  boolean: 'must be true or false',
  string: 'must be text',
  array: 'must be a list',
  object: 'must be an object',
  null: 'must be null',
};

const FORMAT_WORDS: Readonly<Record<string, string>> = {
  uuid: 'must be a UUID',
  date: 'must be a date such as 2026-01-31',
  'date-time': 'must be a UTC time such as 2026-01-31T12:00:00Z',
  email: 'must be an e-mail address',
  uri: 'must be a web address',
};

/** What a part of a request is called in a sentence. */
export type RequestPart = 'path' | 'query' | 'body';

/**
 * Says in plain words what a validator found: one problem per field, the first found, at most twenty. Values the client
 * sent are not repeated, since they may be secret.
 */
export function fieldProblems(part: RequestPart, errors: readonly ErrorObject[]): FieldProblem[] {
  const problems = new Map<string, string>();
  for (const error of errors) {
    const path = fieldPath(error) || part;
    const message = describe(part, error);
    if (message && !problems.has(path)) problems.set(path, message);
  }
  return [...problems].slice(0, PROBLEMS_MAX).map(([path, message]) => ({ path, message }));
}

function fieldPath(error: ErrorObject): string {
  const steps = error.instancePath.split('/').slice(1).map(unescapePointer);
  if (error.keyword === 'required') steps.push(String(error.params.missingProperty));
  if (error.keyword === 'additionalProperties') steps.push(String(error.params.additionalProperty));
  return steps.join('.');
}

function unescapePointer(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

function describe(
  part: RequestPart,
  { keyword, params, data, parentSchema }: ErrorObject,
): string | undefined {
  if (part === 'query' && Array.isArray(data) && keyword !== 'maxItems' && keyword !== 'minItems') {
    if (parentSchema?.type !== 'array') return 'was given more than once';
  }
  switch (keyword) {
    case 'required':
      return 'is missing';
    case 'additionalProperties':
      return part === 'query' ? 'is not a known parameter' : 'is not a known field';
    case 'type':
      return typeWords(params.type);
    case 'enum':
      return `must be one of: ${(params.allowedValues as unknown[]).join(', ')}`;
    case 'const':
      return `must be ${String(params.allowedValue)}`;
    case 'format':
      return FORMAT_WORDS[String(params.format)] ?? `must be a ${String(params.format)}`;
    case 'pattern':
      return 'has a form that is not accepted';
    case 'minLength':
      return params.limit === 1 ? 'must not be empty' : `must have at least ${params.limit} characters`;
    case 'maxLength':
      return `must have at most ${params.limit} characters`;
    case 'minItems':
      return `must have at least ${params.limit} entries`;
    case 'maxItems':
      return `must have at most ${params.limit} entries`;
    case 'minimum':
      return `must be at least ${params.limit}`;
    case 'maximum':
      return `must be at most ${params.limit}`;
    case 'exclusiveMinimum':
      return `must be more than ${params.limit}`;
    case 'exclusiveMaximum':
      return `must be less than ${params.limit}`;
    case 'uniqueItems':
      return 'must not name the same entry twice';
    case 'multipleOf':
      return `must be a multiple of ${params.multipleOf}`;
    case 'anyOf':
    case 'oneOf':
      return 'fits none of the accepted forms';
    default:
      return 'is not accepted';
  }
}

function typeWords(type: unknown): string {
  const types = Array.isArray(type) ? type : [type];
  return types.map((one) => TYPE_WORDS[String(one)] ?? 'has the wrong type').join(' or ');
}
