/** A thread that imports a bundle of tests and says which of them fails first. */
import { parentPort, workerData } from 'node:worker_threads';

const { findFailure } = await import(workerData.bundle);
parentPort.postMessage({ failure: await findFailure() });
