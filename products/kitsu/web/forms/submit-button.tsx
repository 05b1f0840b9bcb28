import { Button } from '@seaworthy/platform/ui';
import { LoaderCircle } from 'lucide-react';
import type { ComponentProps } from 'react';

/** Sends a form. While that is under way it keeps its place and its focus, and says that it is busy. */
export function SubmitButton({
  pending,
  children,
  ...look
}: ComponentProps<typeof Button> & { readonly pending: boolean }) {
  return (
    <Button type="submit" tone="solid" aria-disabled={pending} {...look}>
      {pending && <LoaderCircle aria-hidden className="size-4 animate-spin" />}
      {children}
    </Button>
  );
}
