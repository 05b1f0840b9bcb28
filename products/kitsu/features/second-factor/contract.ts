import { z } from 'zod';
import { enteredPassword } from '../accounts/contract.ts';

const code = z.string().min(6).max(40).describe('Six digits of the authenticator app, or a recovery code.');

export const secondFactorView = z
  .object({ isOn: z.boolean(), recoveryCodeCount: z.int() })
  .meta({ id: 'SecondFactor' });

export const beginBody = z.object({ password: enteredPassword });
export const begunSecondFactor = z
  .object({ secret: z.string(), uri: z.string().describe('What the QR code for the app holds.') })
  .meta({ id: 'BegunSecondFactor' });

export const confirmBody = z.object({ code });
export const proofBody = z.object({ password: enteredPassword, code });
export const recoveryCodes = z
  .object({ recoveryCodes: z.array(z.string()).describe('Shown this once; each is good once.') })
  .meta({ id: 'RecoveryCodes' });
export const noContent = z.null();
