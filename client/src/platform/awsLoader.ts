import * as path from 'node:path';
import type { AwsModule } from '../aws/ports.js';

/**
 * Loads the bundle with the AWS SDK at the first call. It is a file of its own, so that people who only edit policies
 * never pay for it. `require` and not `import()`: only through it does VS Code hand an extension the network modules
 * that know the user's proxy and certificates.
 */
export function createAwsLoader(extensionPath: string): () => AwsModule {
  let loaded: AwsModule | undefined;
  return () => {
    loaded ??= require(path.join(extensionPath, 'dist', 'aws.js')) as AwsModule;
    return loaded;
  };
}
