/** The part of the SDK's retry strategy (`RetryStrategyV2` of @smithy/types) that a client calls. */
interface Token {
  getRetryCount(): number;
  getRetryDelay(): number;
}

const MAX_ATTEMPTS = 4;
const FIRST_DELAY_MS = 250;

/**
 * Retries what AWS has refused for the sake of its quotas, and nothing else: a request whose answer was lost may have
 * been carried out, and what KMS would then do twice (another key, another rotation) must be looked at instead.
 */
export const onlyWhenThrottled = {
  acquireInitialRetryToken: async (): Promise<Token> => token(0),
  async refreshRetryTokenForRetry(last: Token, { errorType }: { readonly errorType: string }): Promise<Token> {
    const count = last.getRetryCount() + 1;
    if (errorType !== 'THROTTLING' || count >= MAX_ATTEMPTS) {
      throw new Error('not asked again');
    }
    return token(count);
  },
  recordSuccess: (): void => undefined,
};

function token(count: number): Token {
  return { getRetryCount: () => count, getRetryDelay: () => (count === 0 ? 0 : FIRST_DELAY_MS * 2 ** (count - 1)) };
}
