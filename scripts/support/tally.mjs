/**
 * Adds up the tests of several runners.
 * @typedef {{ title: string, state: 'passed' | 'failed' | 'skipped', error?: string }} Test
 */
export function createTally() {
  /** @type {Test[]} */
  const tests = [];
  const having = (state) => tests.filter((test) => test.state === state);
  return {
    /** @param {readonly Test[]} more */
    add(more) {
      tests.push(...more);
    },

    /** Counts something other than a test, such as a runner that crashed, as a failure. */
    fail(title, error) {
      console.error(error);
      tests.push({ title, state: 'failed', error });
    },

    /** Names what failed and what was skipped, each with the first lines of its error. */
    printFailures() {
      const failed = having('failed');
      if (failed.length > 0) {
        console.log('\nFailed:');
      }
      for (const { title, error = '' } of failed) {
        console.log(`  ${title}`);
        for (const line of error.split('\n').slice(0, 4)) {
          console.log(`      ${line}`);
        }
      }
      const skipped = having('skipped');
      if (skipped.length > 0) {
        console.log('\nSkipped:');
      }
      for (const { title } of skipped) {
        console.log(`  ${title}`);
      }
    },

    /** The last line of a test command, which machines read. */
    sumLine() {
      return ['passed', 'failed', 'skipped'].map((state) => `${having(state).length} ${state}`).join(', ');
    },

    /** Also true when nothing ran at all. */
    hasFailed() {
      return having('failed').length > 0 || tests.length === 0;
    },
  };
}
