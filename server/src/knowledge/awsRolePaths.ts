/** Roles that AWS makes in an account, which stand under paths of their own. */
export const SSO_ROLE_PREFIX = 'AWSReservedSSO_';
export const SLR_PREFIX = 'AWSServiceRoleFor';

/**
 * Path of the roles that IAM Identity Center makes for permission sets; the Region of Identity Center follows, unless it
 * is us-east-1.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
 */
export const SSO_ROLE_PATH = 'aws-reserved/sso.amazonaws.com/';

/** Path of service-linked roles; the service's principal follows. */
export const SLR_PATH = 'aws-service-role/';

/**
 * Service-linked roles by name, with the service whose principal stands in their path. Only those that their service's
 * guide writes out; the beginning of a name is enough where a suffix can follow.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
 */
const SERVICE_LINKED_ROLES: Readonly<Record<string, string>> = {
  AWSServiceRoleForAmazonEKS: 'eks.amazonaws.com',
  AWSServiceRoleForAmazonEKSNodegroup: 'eks-nodegroup.amazonaws.com',
  AWSServiceRoleForAmazonElasticFileSystem: 'elasticfilesystem.amazonaws.com',
  AWSServiceRoleForAmazonElasticsearchService: 'es.amazonaws.com',
  AWSServiceRoleForAmazonGuardDuty: 'guardduty.amazonaws.com',
  AWSServiceRoleForAmazonMacie: 'macie.amazonaws.com',
  AWSServiceRoleForAmazonOpenSearchService: 'opensearchservice.amazonaws.com',
  AWSServiceRoleForAutoScaling: 'autoscaling.amazonaws.com',
  AWSServiceRoleForBackup: 'backup.amazonaws.com',
  AWSServiceRoleForCloudTrail: 'cloudtrail.amazonaws.com',
  AWSServiceRoleForConfig: 'config.amazonaws.com',
  AWSServiceRoleForEC2Spot: 'spot.amazonaws.com',
  AWSServiceRoleForEC2SpotFleet: 'spotfleet.amazonaws.com',
  AWSServiceRoleForECS: 'ecs.amazonaws.com',
  AWSServiceRoleForElastiCache: 'elasticache.amazonaws.com',
  AWSServiceRoleForElasticLoadBalancing: 'elasticloadbalancing.amazonaws.com',
  AWSServiceRoleForKeyManagementServiceCustomKeyStores: 'cks.kms.amazonaws.com',
  AWSServiceRoleForKeyManagementServiceMultiRegionKeys: 'mrk.kms.amazonaws.com',
  AWSServiceRoleForLogDelivery: 'delivery.logs.amazonaws.com',
  AWSServiceRoleForOrganizations: 'organizations.amazonaws.com',
  AWSServiceRoleForRDS: 'rds.amazonaws.com',
  AWSServiceRoleForRedshift: 'redshift.amazonaws.com',
  AWSServiceRoleForSupport: 'support.amazonaws.com',
  AWSServiceRoleForTrustedAdvisor: 'trustedadvisor.amazonaws.com',
};

/** The service of a service-linked role, by the role's name with or without a suffix such as `_team-a`. */
export function serviceOfLinkedRole(name: string): string | undefined {
  const bare = name.split('_')[0] ?? name;
  return Object.hasOwn(SERVICE_LINKED_ROLES, bare) ? SERVICE_LINKED_ROLES[bare] : undefined;
}
