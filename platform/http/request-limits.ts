import type { IncomingMessage } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import {
  type Decision,
  type Limiter,
  limitHeaders,
  networkOf,
  type Policy,
  refusalOf,
} from '../limits/index.ts';
import type { AccessControl } from './access-control.ts';
import type { Route } from './route.ts';
import { clientAddress, type TrustedProxy } from './trusted-proxies.ts';

/** Which policies a call of a route has to stay within. */
export type LimitRule = {
  /** Counts callers we know, by their account. */
  readonly account?: Policy;
  /** Counts everybody else, by the network they come from. */
  readonly address?: Policy;
  /** Taken by the use case, since they depend on what a request says; named here for the reference. */
  readonly within?: readonly Policy[];
};

/** The limits of a server. Without them nothing is counted. */
export type RequestLimits = {
  readonly limiter: Limiter;
  /** By the name that routes give; the start fails for a route that names none of them. */
  readonly rules: Readonly<Record<string, LimitRule>>;
  /** Of routes that name none. */
  readonly defaults: { readonly read: string; readonly write: string };
};

/** What limits need to know of the server they stand before. */
export type LimitContext = {
  readonly limits: RequestLimits;
  readonly trusted: TrustedProxy;
  readonly accessControl: AccessControl | undefined;
};

/** Stands before a route; throws what it refuses. */
export type Gate = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

const BEARERS_KEPT_MAX = 5_000;
/** For so long a key that was revoked may still be counted as its account's; it opens nothing. */
const BEARER_KNOWN_MS = 60_000;

/** The name of a route's rule; undefined for a route without limits. */
export function limitNameOf(route: Route, { defaults }: Pick<RequestLimits, 'defaults'>): string | undefined {
  if (route.limit === 'none') return undefined;
  return route.limit ?? (route.method === 'GET' ? defaults.read : defaults.write);
}

/** Makes the gates of one server's routes. */
export function createGates(context: LimitContext) {
  const { limits, accessControl } = context;
  const bearers = new LRUCache<string, string>({ max: BEARERS_KEPT_MAX, ttl: BEARER_KNOWN_MS });
  const accountOf = async ({ actor, caller }: FastifyRequest): Promise<string | undefined> => {
    if (actor?.kind === 'account') return actor.accountId;
    const credential = caller?.credential;
    if (credential?.kind !== 'bearer' || !accessControl) return undefined;
    const known = bearers.get(credential.token);
    if (known !== undefined) return known;
    const found = await accessControl.identify(credential, caller?.address ?? '').catch(() => undefined);
    if (found?.kind !== 'account') return undefined;
    bearers.set(credential.token, found.accountId);
    return found.accountId;
  };
  return {
    /**
     * Lets through who stays within the route's limits. Who does not get past the route's guard is counted by his network:
     * guessing is not free.
     */
    gateOf(route: Route, guard: Gate | undefined): Gate | undefined {
      const rule = ruleOf(route, limits);
      if (!rule) return guard;
      const { account, address = account } = rule;
      return async (request, reply) => {
        try {
          await guard?.(request, reply);
        } catch (error) {
          if (address) await admit(context, request, reply, address, networkOf(request.ip));
          throw error;
        }
        const id = account && (await accountOf(request));
        if (account && id !== undefined) await admit(context, request, reply, account, id);
        else if (address) await admit(context, request, reply, address, networkOf(request.ip));
      };
    },
    /** The same for an answer that is ready: the headers to send with it; undefined when it has to take the usual way. */
    admitNow(route: Route, request: IncomingMessage): readonly string[] | undefined {
      const policy = ruleOf(route, limits)?.address;
      if (!policy) return [];
      if (policy.kind !== 'budget' || request.headers.authorization !== undefined) return undefined;
      const address = clientAddress(request, context.trusted);
      if (context.trusted(address)) return [];
      const decision = limits.limiter.takeNow(policy, networkOf(address));
      return decision?.allowed ? Object.entries(limitHeaders(decision)).flat() : undefined;
    },
  };
}

/** Tells a client what is left of a limit. */
export function tellLimit(reply: FastifyReply, decision: Decision): void {
  if (!decision.unchecked) reply.headers(limitHeaders(decision));
}

async function admit(
  { limits, trusted }: LimitContext,
  request: FastifyRequest,
  reply: FastifyReply,
  policy: Policy,
  subject: string,
): Promise<void> {
  // Our own servers ask for everybody; what is guarded is guarded against them as well.
  if (policy.kind === 'budget' && trusted(request.ip)) return;
  const decision = await limits.limiter.take(policy, subject);
  tellLimit(reply, decision);
  if (!decision.allowed) throw refusalOf(decision);
}

function ruleOf(route: Route, limits: RequestLimits): LimitRule | undefined {
  const name = limitNameOf(route, limits);
  if (name === undefined) return undefined;
  const rule = limits.rules[name];
  if (!rule) throw new Error(`${route.method} ${route.path} has the limit "${name}", which there is not.`);
  return rule;
}
