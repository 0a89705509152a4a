import type { AwsFailure, Json, Setting } from '../../aws/ports.js';
import { findAwsFailure } from '../errors.js';
import type { PlanStep, StepOutcome } from './plan.js';

type Delay = (ms: number) => Promise<void>;

/** Reading back: AWS shows a change at once as a rule; the later waits are for slow replicas (kms-facts 1.14). */
const VERIFY_DELAYS_MS = [0, 250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000];
/** After a lost answer the change may still be on its way. */
const LOST_ANSWER_DELAYS_MS = [0, 1_000, 4_000];
/** Two writers at one resource: AWS aborts one, which may try again. */
const ABORTED_CODES = new Set(['OperationAbortedException', 'ConflictException', 'ConcurrentModificationException']);
const ABORTED_DELAYS_MS = [500, 1_500];

/** Writes a value; a write that AWS aborted for the sake of another one is tried twice more. */
export async function writeWithRetry(setting: Setting, value: Json, delay: Delay): Promise<void> {
  for (const ms of ABORTED_DELAYS_MS) {
    try {
      await setting.write(value);
      return;
    } catch (error) {
      if (!ABORTED_CODES.has(findAwsFailure(error)?.code ?? '')) {
        throw error;
      }
      await delay(ms);
    }
  }
  await setting.write(value);
}

/** After AWS accepted: waits, a minute at most, until it shows the value. */
export async function verify(setting: Setting, step: PlanStep, delay: Delay): Promise<StepOutcome> {
  for (const ms of VERIFY_DELAYS_MS) {
    await delay(ms);
    try {
      if (setting.isSame(await setting.read(), step.after)) {
        return done(setting);
      }
    } catch {
      return { kind: 'unverified' }; // the change is made; that it cannot be read back is said, not hidden
    }
  }
  return { kind: 'unverified' };
}

/** After a refusal or a lost answer: which of the two values is there? */
export async function lookAt(
  setting: Setting,
  step: PlanStep,
  failure: AwsFailure,
  delay: Delay,
): Promise<StepOutcome> {
  let found: Json = null;
  try {
    for (const ms of isRefusal(failure) ? [0] : LOST_ANSWER_DELAYS_MS) {
      await delay(ms);
      found = await setting.read();
      if (setting.isSame(found, step.after)) {
        return done(setting);
      }
    }
  } catch {
    return isRefusal(failure) ? { kind: 'failed', failure } : { kind: 'unknown', failure };
  }
  return setting.isSame(found, step.before) ? { kind: 'failed', failure } : { kind: 'conflict', found };
}

function done(setting: Setting): StepOutcome {
  const made = setting.madeResource?.();
  return { kind: 'done', ...(made === undefined ? {} : { made }) };
}

/** AWS answered, and the answer was no: nothing can have happened. Errors of its own insides are no such answer. */
function isRefusal({ kind, code = '' }: AwsFailure): boolean {
  const isAnswer = /Exception$/.test(code) && !/Internal|Timeout|Unavailable|ServiceFailure/.test(code);
  return isAnswer || ['accessDenied', 'expired', 'noCredentials', 'readOnly', 'notFound', 'throttled'].includes(kind);
}
