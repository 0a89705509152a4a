import type { AwsFailure } from '../../aws/ports.js';
import { type SessionContext, setContextKey } from '../../platform/contextKeys.js';
import type { SessionState } from '../../platform/sessions.js';

/** Tells the `when` clauses of welcome views and menus how the sign-in stands. */
export function publishSessionState(state: SessionState): void {
  setContextKey('sealwright.canSignIn', state.kind === 'failed' && state.failure.signIn !== undefined);
  setContextKey('sealwright.session', toContext(state));
}

function toContext(state: SessionState): SessionContext {
  return state.kind === 'failed' ? failureContext(state.failure) : state.kind;
}

function failureContext({ kind }: AwsFailure): SessionContext {
  switch (kind) {
    case 'noCredentials':
    case 'noRegion':
    case 'expired':
      return kind;
    case 'accessDenied':
      return 'denied';
    case 'network':
    case 'throttled':
    case 'cancelled':
    case 'notFound':
    case 'other':
      return 'error';
  }
}
