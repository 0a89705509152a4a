/** `npm run test:nightly` sets it: the same tests over far more documents. */
export const isNightly = process.env['SEALWRIGHT_NIGHTLY'] === '1';
