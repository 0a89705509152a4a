import { waitFor } from './waitFor.js';

/** What the local AWS endpoint knows of a request. */
export interface SeenRequest {
  readonly service: string;
  readonly operation: string;
}

/** All requests that have reached the local AWS endpoint since it started. */
export async function awsRequests(): Promise<readonly SeenRequest[]> {
  const url = process.env['SEALWRIGHT_AWS_URL'];
  if (url === undefined) {
    throw new Error('The environment variable SEALWRIGHT_AWS_URL is not set.');
  }
  const response = await fetch(new URL('/_aws-local/requests', url));
  return (await response.json()) as readonly SeenRequest[];
}

/** Waits until a request of this operation has reached the endpoint. */
export function requestOf(operation: string): Promise<SeenRequest> {
  return waitFor(`a request ${operation}`, async () =>
    (await awsRequests()).find((request) => request.operation === operation),
  );
}
