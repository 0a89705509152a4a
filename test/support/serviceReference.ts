import path from 'node:path';
import { createServiceReference } from '../../server/src/knowledge/serviceReference.js';
import { createNodeKnowledgeLoader } from '../../server/src/node/knowledgeLoader.js';

/** The reference data of the checkout, shared by all tests of a file: it is immutable. */
export const serviceReference = createServiceReference(
  createNodeKnowledgeLoader(path.join(import.meta.dirname, '../../server/src/knowledge/generated/services')),
);
