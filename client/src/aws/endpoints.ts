import type { SharedFiles } from './sharedFiles.js';

/** The part of a client's configuration that says where it sends its requests. */
export type EndpointConfig = { readonly endpoint: string } | { readonly ignoreConfiguredEndpointUrls: true };

export type ServiceId = 'KMS' | 'CloudWatch Logs' | 'STS';

/**
 * Where a service is reached under this profile, in the order that AWS documents: `AWS_ENDPOINT_URL_<SERVICE>`,
 * `AWS_ENDPOINT_URL`, the profile's `services` section, the profile's `endpoint_url`.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 *
 * The SDK has this lookup too, but always for the default profile, whatever `profile` its client is given
 * (`getEndpointFromConfig` in @smithy/core). With it, a profile's private endpoint would be ignored, and that of the
 * default profile used for all others. So we look it up for the right profile and switch the SDK's own lookup off.
 *
 * Throws when the profile names a `services` section that does not exist.
 */
export function endpointConfig(
  service: ServiceId,
  profile: string,
  files: SharedFiles,
  env: Readonly<Record<string, string | undefined>>,
): EndpointConfig {
  const endpoint = findEndpoint(service, profile, files, env);
  return endpoint === undefined ? { ignoreConfiguredEndpointUrls: true } : { endpoint };
}

function findEndpoint(
  service: ServiceId,
  profile: string,
  files: SharedFiles,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const section = files.profiles[profile] ?? {};
  const ignore = env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'] ?? section['ignore_configured_endpoint_urls'];
  if (ignore?.toLowerCase() === 'true') {
    return undefined;
  }
  const id = service.replaceAll(' ', '_');
  const fromEnvironment = env[`AWS_ENDPOINT_URL_${id.toUpperCase()}`] || env['AWS_ENDPOINT_URL'];
  if (fromEnvironment) {
    return fromEnvironment;
  }
  const servicesName = section['services'];
  if (servicesName !== undefined) {
    const services = files.services[servicesName];
    if (services === undefined) {
      throw new Error(
        `The profile "${profile}" names the section [services ${servicesName}], which the AWS config file does not have.`,
      );
    }
    const endpoint = services[`${id.toLowerCase()}.endpoint_url`];
    if (endpoint) {
      return endpoint;
    }
  }
  return section['endpoint_url'] || undefined;
}
