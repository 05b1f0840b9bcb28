import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

const retryMs = 200;

/**
 * Runs `work` while no other process holds the lock file. A lock whose holder is gone is taken over; `work` may hand the lock
 * to a child that must be waited for even when this process is killed.
 *
 * @template T
 * @param {string} path lock file; its folder is created
 * @param {() => void} onWait called once when another process holds the lock
 * @param {(handTo: (pid: number) => void) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(path, onWait, work) {
  mkdirSync(dirname(path), { recursive: true });
  let told = false;
  while (!take(path)) {
    if (!told) onWait();
    told = true;
    await sleep(retryMs);
  }
  try {
    return await work((pid) => replace(path, pid));
  } finally {
    rmSync(path, { force: true });
  }
}

/** @param {string} path */
function take(path) {
  const me = identity(process.pid);
  if (createWith(path, me)) return true;
  const holder = read(path);
  if (holder === null || isAlive(holder)) return false;
  // Whoever finds the dead holder may remove its lock, but only that one: a claim file per dead holder makes it a single winner.
  const claim = `${path}.${holder.replaceAll(/\W/g, '-')}`;
  if (!createWith(claim, me)) {
    const claimant = read(claim);
    if (claimant !== null && !isAlive(claimant)) rmSync(claim, { force: true });
    return false;
  }
  if (read(path) === holder) rmSync(path, { force: true });
  rmSync(claim, { force: true });
  return false;
}

/**
 * Creates the file with its text in one step, so that nobody reads it half-written.
 *
 * @param {string} path
 * @param {string} text
 * @returns {boolean} false when it exists
 */
function createWith(path, text) {
  const draft = `${path}.draft-${process.pid}`;
  writeFileSync(draft, text);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * @param {string} path
 * @param {number} pid
 */
function replace(path, pid) {
  const draft = `${path}.draft-${process.pid}`;
  writeFileSync(draft, `${identity(process.pid)} ${identity(pid)}`);
  renameSync(draft, path);
}

/** @param {number} pid */
function identity(pid) {
  return `${pid} ${startOf(pid)}`;
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/** @param {string} holders one or two identities; the lock is held while either lives */
function isAlive(holders) {
  const [pid, start, childPid, childStart] = holders.split(' ');
  return runs(pid, start) || (childPid !== undefined && runs(childPid, childStart));
}

/**
 * @param {string} pid
 * @param {string} start
 */
function runs(pid, start) {
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if (error.code === 'ESRCH') return false;
  }
  // The number of a dead process may have been given to a new one, which then has another start time.
  return start === startOf(Number(pid));
}

/**
 * When a process started, in ticks since boot; 'ended' for one that only waits for its parent to notice.
 *
 * @param {number} pid
 */
function startOf(pid) {
  try {
    // Fields 3 (state) and 22 (start) of stat; the name in field 2 may contain spaces, so count from its closing bracket.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'ended' : fields[19];
  } catch {
    return 'unknown';
  }
}
