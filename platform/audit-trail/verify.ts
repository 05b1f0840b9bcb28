import type { Db } from '../postgres/index.ts';
import { CHAIN_START, type ChainSigner, linkHash, signHead } from './chain.ts';
import { countUnsealed, type LinkRow, selectLinks, selectStrayEntry } from './chain-queries.ts';

/** Where a chain ends: what an operator may note elsewhere. */
export interface ChainHead {
  readonly position: number;
  /** In hexadecimal. */
  readonly hash: string;
}

/** What came of looking at every link. */
export interface Verification {
  /** The first thing that is wrong; undefined when nothing is. */
  readonly broken?: {
    readonly position: number | undefined;
    readonly entryId: number | undefined;
    readonly what: string;
  };
  /** Undefined before the first sealing. */
  readonly head: ChainHead | undefined;
  readonly sealedCount: number;
  readonly unsealedCount: number;
  /** Up to which position signatures were checked: all of the chain before it is covered. 0: none was. */
  readonly signedUpTo: number;
}

const PAGE = 1_000;

/**
 * Goes through the whole chain, in one snapshot, and names the first link that does not hold: an entry that was changed or
 * removed, a place that is missing, a chain that was written anew by somebody without the key, an entry beside the chain. That
 * its end was cut off shows only against a `known` head that was noted elsewhere.
 */
export async function verifyTrail(
  db: Db<unknown>,
  options: { readonly signer?: ChainSigner; readonly known?: ChainHead } = {},
): Promise<Verification> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const walk = new Walk(options.signer, options.known);
      for (let page = await selectLinks(tx, 0, PAGE); page.length > 0; ) {
        for (const link of page) if (!walk.step(link)) break;
        if (walk.broken) break;
        page = await selectLinks(tx, walk.position, PAGE);
      }
      const { count: unsealedCount } = await countUnsealed(tx);
      const broken = walk.broken ?? walk.ending() ?? (await strayEntry(tx));
      const { position, signedUpTo } = walk;
      const head = position === 0 ? undefined : { position, hash: walk.hash.toString('hex') };
      return { ...(broken && { broken }), head, sealedCount: position, unsealedCount, signedUpTo };
    });
}

type Broken = NonNullable<Verification['broken']>;

class Walk {
  position = 0;
  hash = CHAIN_START;
  signedUpTo = 0;
  broken: Broken | undefined;
  readonly #signer: ChainSigner | undefined;
  readonly #known: ChainHead | undefined;

  constructor(signer: ChainSigner | undefined, known: ChainHead | undefined) {
    this.#signer = signer;
    this.#known = known;
  }

  /** Goes over one link; false when it does not hold. */
  step(link: LinkRow): boolean {
    const what = this.#problem(link);
    if (what !== undefined) {
      this.broken = { position: this.position + 1, entryId: link.entry_id, what };
      return false;
    }
    this.position = link.position;
    this.hash = link.hash;
    return this.#isSigned(link) && this.#isKnown();
  }

  /** What is wrong with the end of the chain. */
  ending(): Broken | undefined {
    if (this.#known && this.position < this.#known.position) {
      const what = `the chain once went on to position ${this.#known.position}: its end was cut off`;
      return { position: this.position + 1, entryId: undefined, what };
    }
    if (this.#signer && this.signedUpTo < this.position) {
      const what = 'from here on nothing is signed with a key that is known';
      return { position: this.signedUpTo + 1, entryId: undefined, what };
    }
    return undefined;
  }

  #problem({ position, hash, content }: LinkRow): string | undefined {
    if (position !== this.position + 1) return `a link is missing: the next one is at position ${position}`;
    if (content === null) return 'the entry is gone';
    if (!linkHash(this.hash, position, content).equals(hash)) return 'the entry is not what was sealed';
    return undefined;
  }

  #isSigned({ position, hash, entry_id: entryId, key_id: keyId, signature }: LinkRow): boolean {
    if (!this.#signer || keyId === null || signature === null) return true;
    const expected = signHead(this.#signer, keyId, { position, hash });
    // A key that has left the ring says nothing; a later signature covers this link as well.
    if (expected === undefined) return true;
    this.signedUpTo = position;
    if (expected.equals(signature)) return true;
    this.broken = { position, entryId, what: 'the signature is not ours: the chain was written anew' };
    return false;
  }

  #isKnown(): boolean {
    if (this.#known?.position !== this.position || this.hash.toString('hex') === this.#known.hash)
      return true;
    const what = 'the chain had another hash here when it was noted: it was written anew';
    this.broken = { position: this.position, entryId: undefined, what };
    return false;
  }
}

async function strayEntry(tx: Db<unknown>): Promise<Broken | undefined> {
  const entryId = await selectStrayEntry(tx);
  const what = 'the entry has no place in the chain and waits for none';
  return entryId === undefined ? undefined : { position: undefined, entryId, what };
}
