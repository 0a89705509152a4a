/**
 * Versions of the policy language, the current one first; there are no others.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
 */
export const CURRENT_VERSION = '2012-10-17';
export const OLD_VERSION = '2008-10-17';
