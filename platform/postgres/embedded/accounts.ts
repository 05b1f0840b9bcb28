import { readFile } from 'node:fs/promises';

/** A user of this machine. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The users in /etc/passwd. initdb looks its own user up there; the server itself does not. */
export async function readAccounts(): Promise<Account[]> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  return passwd
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((account) => account.name !== '' && account.uid >= 0 && account.gid >= 0);
}

/** Users that own nothing of importance, those made for the purpose first. */
export function unprivileged(accounts: readonly Account[]): Account[] {
  return ['postgres', 'nobody'].flatMap((name) => accounts.filter((a) => a.name === name && a.uid > 0));
}
