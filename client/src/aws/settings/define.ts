import { isSameJson } from '../../platform/policies/json.js';
import { failureError } from '../failures.js';
import type { Send } from '../kmsCalls.js';
import type { Json, Setting } from '../ports.js';
import type { SdkClients } from '../sdkClients.js';

/** What the adapters of settings work with. Only `sendWrite` may carry requests that change something. */
export interface SettingContext {
  readonly clients: SdkClients;
  /** The same identity in another Region: some operations are asked there for a resource here. */
  readonly clientsIn: (region: string) => SdkClients;
  readonly account: string;
  readonly region: string;
  readonly sendRead: Send;
  readonly sendWrite: Send;
  /** When the session began, in milliseconds since 1970. */
  readonly startedMs: number;
}

/** How one kind of setting is read and written. */
export interface SettingAdapter {
  read(resource: string, context: SettingContext): Promise<Json>;
  /** @param value what is to be there afterwards; `null`: nothing */
  write(resource: string, value: Json, context: SettingContext): Promise<void>;
  isSame?(a: Json, b: Json): boolean;
  /** The name that AWS gave to a resource, once that is known. */
  madeResource?(resource: string): string | undefined;
}

export function bindSetting(adapter: SettingAdapter, resource: string, context: SettingContext): Setting {
  return {
    read: () => adapter.read(resource, context),
    write: (value) => adapter.write(resource, value, context),
    isSame: adapter.isSame ?? isSameJson,
    madeResource: () => adapter.madeResource?.(resource),
  };
}

/** For values that no plan of ours makes: a journal that was edited by hand, or a bug. */
export function badValue(kind: string, value: Json): Error {
  return failureError({ kind: 'other', message: `${JSON.stringify(value)} is no value of ${kind}.` });
}
