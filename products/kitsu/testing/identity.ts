import { newRingKey, parseKeyRing } from '@seaworthy/platform/identity';
import type { IdentitySettings } from '../api/compose-identity.ts';

/** Keys and lifetimes for one test file, as the API's own settings would give them. */
export function testIdentity(ring = newRingKey('test')): IdentitySettings {
  return {
    keys: parseKeyRing(ring),
    lifetimes: { idleS: 14 * 86_400, absoluteS: 90 * 86_400, accessS: 1_800, refreshS: 14 * 86_400 },
    isProduction: true,
  };
}
