/** Tells password managers whose password a form asks for. */
export function OwnerOfPassword({ email }: { email: string }) {
  return <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />;
}
