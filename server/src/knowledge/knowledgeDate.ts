import indexData from './generated/index.json';
import type { KnowledgeIndex } from './serviceData.js';

// TypeScript reads the tuples of a JSON file as arrays of unions; the generator writes exactly this shape.
export const KNOWLEDGE_INDEX = indexData as unknown as KnowledgeIndex;

/** Day (YYYY-MM-DD) of the IAM reference data behind the findings, shown wherever their freshness matters. */
export const KNOWLEDGE_DATE: string = KNOWLEDGE_INDEX.date;

/** Version of the data package behind the findings. */
export const KNOWLEDGE_VERSION: string = KNOWLEDGE_INDEX.version;
