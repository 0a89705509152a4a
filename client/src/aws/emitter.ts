import type { Listen } from './ports.js';

/** A small event source: this bundle does not know `vscode`. */
export class Emitter<T> {
  readonly #listeners = new Set<(event: T) => void>();

  readonly event: Listen<T> = (listener) => {
    // A wrapper, so that one function listening twice can stop once.
    const entry = (event: T) => listener(event);
    this.#listeners.add(entry);
    return { dispose: () => void this.#listeners.delete(entry) };
  };

  fire(event: T): void {
    for (const listener of [...this.#listeners]) {
      listener(event);
    }
  }
}
