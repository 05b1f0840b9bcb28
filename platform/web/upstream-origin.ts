/** The origin of an API process as it was given. Throws when it is not of the form `http://host:port`. */
export function openableOrigin(origin: string): string {
  if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
    throw new Error(`"${origin}" is no origin; write it as http://127.0.0.1:4000, without a path.`);
  }
  return origin;
}
