import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const stampFile = 'node_modules/.seaworthy-install';

/**
 * Says whether an earlier call of stampInstalled() is about this lockfile, on this platform.
 *
 * @param {string} root repository root
 */
export function isStamped(root) {
  return readOrNull(join(root, stampFile)) === installHash(root);
}

/**
 * Says whether npm's own record of a finished install names what package-lock.json names (a person may have run npm ci).
 * npm writes its record last: an install that was cut off has none.
 *
 * @param {string} root repository root
 */
export function isInstalled(root) {
  const record = readOrNull(join(root, 'node_modules/.package-lock.json'));
  return record !== null && fitsLockfile(readLock(root), parseOrNull(record));
}

/**
 * Records that a finished install fits the lockfile of this moment.
 *
 * @param {string} root repository root
 */
export function stampInstalled(root) {
  writeFileSync(join(root, stampFile), installHash(root));
}

/**
 * Takes the record back: an install is about to begin.
 *
 * @param {string} root repository root
 */
export function unstamp(root) {
  rmSync(join(root, stampFile), { force: true });
}

/**
 * How many packages an install on this platform fetches at most.
 *
 * @param {string} root repository root
 */
export function expectedPackages(root) {
  return installable(readLock(root)).length;
}

/**
 * Compares the lockfile with npm's record of what it installed.
 *
 * @param {{packages: Record<string, LockedPackage>}} lock
 * @param {{packages?: Record<string, LockedPackage>} | null} record
 */
export function fitsLockfile(lock, record) {
  const installed = record?.packages;
  if (!installed) return false;
  for (const [path, wanted] of installable(lock)) {
    const found = installed[path];
    // npm leaves an optional package out when it does not fit this machine (another C library, say).
    if (!found && wanted.optional) continue;
    if (!found || found.version !== wanted.version || found.integrity !== wanted.integrity) return false;
  }
  return Object.keys(installed).every((path) => path in lock.packages);
}

/** @typedef {{version?: string, integrity?: string, link?: boolean, optional?: boolean, os?: string[], cpu?: string[]}} LockedPackage */

/** @param {{packages: Record<string, LockedPackage>}} lock */
function installable(lock) {
  return Object.entries(lock.packages).filter(
    ([path, entry]) =>
      path.includes('node_modules/') &&
      !entry.link &&
      (!entry.os || entry.os.includes(process.platform)) &&
      (!entry.cpu || entry.cpu.includes(process.arch)),
  );
}

/** @param {string} root */
function readLock(root) {
  return JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
}

/** @param {string} root */
function installHash(root) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`);
  for (const file of ['package-lock.json', '.npmrc'])
    hash.update(readOrNull(join(root, file)) ?? '').update('\n');
  return hash.digest('hex');
}

/** @param {string} path */
function readOrNull(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw error;
  }
}

/** @param {string} text */
function parseOrNull(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
