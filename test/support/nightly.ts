import { setImmediate } from 'node:timers/promises';

/** `npm run test:nightly` sets it: the same tests over far more documents. */
export const isNightly = process.env['SEALWRIGHT_NIGHTLY'] === '1';

/** Lets a long loop answer the test runner, which takes a silent worker for dead. */
export const breathe = () => setImmediate();
