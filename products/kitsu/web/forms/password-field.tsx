import { ArrowBigUpDash, Eye, EyeOff } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { Field, type FieldProps } from './field.tsx';

/** A field for a password: it can be shown, and says when capitals are locked. Say by `autoComplete` whether it is a new one. */
export function PasswordField(props: Omit<FieldProps, 'type' | 'inset' | 'remark'>) {
  const { words, label } = props;
  const [shown, setShown] = useState(false);
  const [locked, setLocked] = useState(false);
  const watchLock = (event: KeyboardEvent) => setLocked(event.getModifierState('CapsLock'));
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field
      {...props}
      type={shown ? 'text' : 'password'}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      maxLength={256}
      onKeyDown={watchLock}
      onKeyUp={watchLock}
      onBlur={() => setLocked(false)}
      inset={
        <button
          type="button"
          aria-label={`${shown ? words.hide : words.show}: ${label}`}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
          className="absolute inset-y-0 right-0 grid w-10 place-content-center rounded-md text-mute hover:text-ink"
        >
          <Icon aria-hidden className="size-4.5" />
        </button>
      }
      remark={
        locked && (
          <p className="mt-1.5 flex gap-1.5 text-sm text-soft">
            <ArrowBigUpDash aria-hidden className="size-4 shrink-0" />
            {words.capsLock}
          </p>
        )
      }
    />
  );
}
