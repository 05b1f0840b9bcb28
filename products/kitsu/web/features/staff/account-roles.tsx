'use client';

import { Badge, Button } from '@seaworthy/platform/ui';
import { ChevronRight } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { changeRole } from '../../api/staff.ts';
import type { StaffAccount } from '../../api/types.ts';
import { AskDialog } from '../../forms/ask-dialog.tsx';
import { fill } from '../../i18n/format.ts';
import { roleName } from './role-name.ts';
import type { StaffWords } from './staff-words.ts';

interface Role {
  readonly name: string;
  readonly permissions: readonly string[];
}

interface Props {
  readonly account: StaffAccount;
  /** The roles that the reader can give and take; none when he may only look. */
  readonly givable: readonly Role[];
  readonly words: StaffWords;
}

/** The roles of an account. Each change is asked for twice, with its reason. */
export function AccountRoles({ account, givable, words }: Props) {
  const { staff, forms } = words;
  const { account: own } = staff;
  const router = useRouter();
  const [roles, setRoles] = useState(account.roles);
  const [asked, setAsked] = useState<Role>();
  if (givable.length === 0) {
    return roles.length === 0 ? (
      <p className="text-soft">{own.noRoles}</p>
    ) : (
      <p className="flex flex-wrap gap-2">
        {roles.map((role) => (
          <Badge key={role} tone="accent">
            {roleName(staff, role)}
          </Badge>
        ))}
      </p>
    );
  }
  const willHold = asked !== undefined && !roles.includes(asked.name);
  return (
    <>
      <ul className="-mt-2">
        {givable.map((role) => (
          <RoleLine
            key={role.name}
            role={role}
            isHeld={roles.includes(role.name)}
            words={words}
            ask={() => setAsked(role)}
          />
        ))}
      </ul>
      {asked && (
        <AskDialog
          title={fill(willHold ? own.grantTitle : own.revokeTitle, {
            role: roleName(staff, asked.name),
            name: account.displayName,
          })}
          reason={{ label: own.reason, hint: own.reasonHint }}
          submit={willHold ? own.grant : own.revoke}
          words={forms}
          own={{ conflict: own.last }}
          send={(reason) => changeRole(account.id, asked.name, willHold, reason)}
          done={(changed) => {
            setRoles(changed.roles);
            setAsked(undefined);
            router.refresh();
          }}
          close={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

interface LineProps {
  readonly role: Role;
  readonly isHeld: boolean;
  readonly words: StaffWords;
  ask(): void;
}

function RoleLine({ role, isHeld, words, ask }: LineProps) {
  const { staff } = words;
  const { account: own } = staff;
  const name = roleName(staff, role.name);
  const verb = isHeld ? own.revoke : own.grant;
  return (
    <li className="flex items-start gap-4 border-b border-line py-2 last:border-0">
      <details className="group min-w-0 flex-1">
        <summary className="flex min-h-8 items-center gap-2 text-base">
          <ChevronRight
            aria-hidden
            className="size-4 shrink-0 text-mute transition-transform group-open:rotate-90"
          />
          {isHeld ? <Badge tone="accent">{name}</Badge> : <span className="text-soft">{name}</span>}
        </summary>
        <p className="mt-1 pl-6 text-xs text-mute">{own.permissions}</p>
        <p className="mt-0.5 mb-2 pl-6 font-mono text-xs/5 text-soft">{role.permissions.join(', ')}</p>
      </details>
      <Button size="sm" aria-label={`${verb}: ${name}`} onClick={ask}>
        {verb}
      </Button>
    </li>
  );
}
