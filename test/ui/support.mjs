import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, onTestFailed } from 'vitest';
import { ensureHost } from '../../scripts/host/install.mjs';
import { openWorkbench } from '../../scripts/host/openWorkbench.mjs';
import { inRoot } from '../../scripts/support/paths.mjs';
import { startSampleAws } from '../../scripts/support/sampleAws.mjs';

/**
 * Gives the tests of a file a VS Code on the sample workspace and a local AWS endpoint.
 * @param {Parameters<typeof openWorkbench>[1] & { profile?: string }} [options]
 */
export function useWorkbench({ profile = 'sample', ...options } = {}) {
  const used = {};
  beforeAll(async () => {
    used.scratch = await mkdtemp(join(tmpdir(), 'sealwright-ui-aws-'));
    used.aws = await startSampleAws({ directory: used.scratch });
    const env = { ...used.aws.env, AWS_PROFILE: profile };
    used.opened = await openWorkbench(await ensureHost({ log: () => {} }), { ...options, env });
  });
  afterAll(async () => {
    await used.opened?.close();
    await used.aws?.close();
    await rm(used.scratch, { recursive: true, force: true });
  });
  return {
    /** @returns {ReturnType<typeof import('../../scripts/host/workbench.mjs').createWorkbench>} */
    get workbench() {
      return used.opened.workbench;
    },
    /** Requests of this operation that AWS has answered, oldest first. */
    async requests(operation) {
      const response = await fetch(new URL('/_aws-local/requests', used.aws.url));
      return (await response.json()).filter((request) => request.operation === operation);
    },
    /** Calls the endpoint's control API. */
    async control(command, body = {}) {
      const [method, path] = command.split(' ');
      const response = await fetch(new URL(`/_aws-local/${path}`, used.aws.url), {
        method,
        body: JSON.stringify(body),
      });
      if (!response.ok) {
        throw new Error(`${command}: ${await response.text()}`);
      }
    },
    /** Leaves a picture of the screen in out/test-results when the present test fails. */
    pictureOnFailure(name) {
      onTestFailed(() => used.opened.workbench.page.screenshot({ path: inRoot(`out/test-results/ui-${name}.png`) }));
    },
  };
}
