import { z } from 'zod';

export const apiKeyView = z
  .object({
    id: z.string(),
    name: z.string(),
    prefix: z.string().describe('The beginning of the key, to know it again by.'),
    scopes: z.array(z.string()),
    createdAt: z.string(),
    expiresAt: z.string().nullable(),
    lastUsedAt: z.string().nullable(),
    lastAddress: z.string().nullable(),
  })
  .meta({ id: 'ApiKey' });

export const apiKeyList = z
  .object({
    items: z.array(apiKeyView),
    grantableScopes: z.array(z.string()).describe('What a key of this account can be given.'),
  })
  .meta({ id: 'ApiKeyList' });

export const apiKeyWish = z.object({
  name: z.string().min(1).max(60),
  scopes: z
    .array(z.string().max(60))
    .min(1)
    .max(40)
    .describe('Permissions of the account that keys can have.'),
  lifetimeDays: z.int().min(1).max(3_650).optional().describe('Left out: it does not expire.'),
});

export const madeApiKey = z
  .object({
    key: apiKeyView,
    token: z.string().describe('Goes into the header `Authorization: Bearer …`. Shown this once.'),
  })
  .meta({ id: 'MadeApiKey' });

export const keyRef = z.object({ id: z.uuid() });
export const noContent = z.null();

export type ApiKeyView = z.infer<typeof apiKeyView>;
