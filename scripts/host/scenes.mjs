/**
 * The scenes that screenshots.mjs plays.
 * @typedef {object} Scene
 * @property {string} name
 * @property {string} [profile] AWS profile to begin with. Default: `sample`.
 * @property {boolean} [trustEverything] False: Restricted Mode.
 * @property {(workbench: ReturnType<typeof import('./workbench.mjs').createWorkbench>, shot: (label?: string) => Promise<void>) => Promise<void>} play
 */

/** @type {readonly Scene[]} */
export const scenes = [
  {
    name: 'editor',
    async play(workbench, shot) {
      await workbench.openFile('mistakes/typos.json');
      await workbench.problems();
      await shot();
    },
  },
];
