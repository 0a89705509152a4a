import { AwsError } from './errors.js';
import type { JsonObject } from './json.js';

/** Reads a form-encoded AWS query request: its Action, and the other members as strings. */
export function parseQueryBody(body: string): { readonly action: string; readonly input: JsonObject } {
  const form = new URLSearchParams(body);
  const action = form.get('Action');
  if (action === null || action === '') {
    throw new AwsError('MissingAction', 'The request must contain the parameter Action.');
  }
  return { action, input: Object.fromEntries(form) };
}

/** The XML of a successful answer: `<XResponse><XResult>…`. Members are strings or nested objects. */
export function toXmlResult(action: string, namespace: string, result: JsonObject, requestId: string): string {
  return (
    `<${action}Response xmlns="${namespace}"><${action}Result>${members(result)}</${action}Result>` +
    `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${action}Response>`
  );
}

export function toXmlError(error: AwsError, namespace: string, requestId: string): string {
  const type = error.status >= 500 ? 'Receiver' : 'Sender';
  return (
    `<ErrorResponse xmlns="${namespace}"><Error><Type>${type}</Type><Code>${escapeXml(error.code)}</Code>` +
    `<Message>${escapeXml(error.message)}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`
  );
}

function members(value: JsonObject): string {
  return Object.entries(value)
    .map(([name, member]) => {
      const content = typeof member === 'object' && member !== null ? members(member as JsonObject) : escapeXml(member);
      return `<${name}>${content}</${name}>`;
    })
    .join('');
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
]);

function escapeXml(value: unknown): string {
  return String(value).replace(/[&<>"']/g, (character) => ENTITIES.get(character) ?? character);
}
