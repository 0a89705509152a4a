import type { ServiceReference } from '../knowledge/serviceReference.js';

/** What the server needs of the world it runs in; Node and, one day, a browser provide it. */
export interface Runtime {
  readonly reference: ServiceReference;
  /** The text of a file, or undefined when it is not there or cannot be read. */
  readFile(uri: string): Promise<string | undefined>;
  /** English text to translation, or undefined when there is none for the locale (`ko`, `ko-KR`). */
  loadTranslations(locale: string): Record<string, string> | undefined;
}
