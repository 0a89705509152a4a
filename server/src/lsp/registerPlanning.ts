import type { Connection } from 'vscode-languageserver';
import { logGroupPreflightRequest } from '../../../protocol/src/messages.js';
import { logGroupPreflight } from '../planning/logGroupPreflight.js';
import type { Runtime } from './runtime.js';

/**
 * Answers the client's questions about plans. An error here reaches the client as an error: a checklist that failed
 * must never look like one that passed.
 */
export function registerPlanning(connection: Connection, { reference }: Runtime): void {
  connection.onRequest(logGroupPreflightRequest, (params) => logGroupPreflight(params, reference));
}
