/** Migrations cannot be applied as they stand. The message names the file and says what to do; it holds no secret. */
export class MigrationError extends Error {
  constructor(message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    this.name = 'MigrationError';
  }
}
