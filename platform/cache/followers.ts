/** Who is told of every change that is heard of. */
export class Followers {
  readonly #told = new Set<() => void>();

  follow(onNews: () => void): () => void {
    this.#told.add(onNews);
    return () => this.#told.delete(onNews);
  }

  tell(): void {
    for (const onNews of this.#told) onNews();
  }
}
