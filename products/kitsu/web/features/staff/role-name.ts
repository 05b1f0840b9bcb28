import type { Dictionary } from '../../i18n/translated.ts';

/** What a role is called; its own name where there is no word for it yet. */
export function roleName(words: Dictionary['staff'], role: string): string {
  return (words.roles as Readonly<Record<string, string>>)[role] ?? role;
}

/** What an action of the audit trail is called; its own name where there are no words for it yet. */
export function actionName(words: Dictionary['staff'], action: string): string {
  return (words.audit.actions as Readonly<Record<string, string>>)[action] ?? action;
}
