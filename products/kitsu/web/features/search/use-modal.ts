import { type RefObject, useLayoutEffect, useRef } from 'react';

/** A dialog that opens when it is mounted and closes on a press beside it, by Escape or by the back gesture. */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    dialog.showModal();
    let pressed: EventTarget | null = null;
    const onPress = ({ target }: Event) => {
      pressed = target;
    };
    // The dialog itself is the target of what happens beside its content; a selection may end there too.
    const onClick = ({ target }: Event) => {
      if (target === dialog && pressed === dialog) dialog.close();
    };
    dialog.addEventListener('pointerdown', onPress);
    dialog.addEventListener('click', onClick);
    return () => {
      dialog.removeEventListener('pointerdown', onPress);
      dialog.removeEventListener('click', onClick);
    };
  }, []);
  return ref;
}
