import type { AwsFailure } from '../../aws/ports.js';
import { type SessionContext, setContextKey } from '../../platform/contextKeys.js';
import { isReadOnlyProfile } from '../../platform/readOnly.js';
import type { SessionState } from '../../platform/sessions.js';
import { readSettings } from '../../platform/settings.js';

/** Tells the `when` clauses of welcome views and menus how the sign-in stands. */
export function publishSessionState(state: SessionState): void {
  setContextKey('sealwright.canSignIn', state.kind === 'failed' && state.failure.signIn !== undefined);
  setContextKey('sealwright.session', toContext(state));
  const profile = state.kind === 'ready' ? state.session.profile : undefined;
  setContextKey('sealwright.isReadOnly', isReadOnlyProfile(profile, readSettings()));
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
    case 'readOnly':
    case 'cancelled':
    case 'notFound':
    case 'other':
      return 'error';
  }
}
