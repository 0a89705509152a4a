/**
 * Services that are given a role, by the prefix of their actions, with the principal that `iam:PassedToService` then
 * holds. Services that pass roles on to several others, such as EC2 with its flow logs, are left out.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
const PASSED_TO: Readonly<Record<string, string>> = {
  cloudformation: 'cloudformation.amazonaws.com',
  cloudtrail: 'cloudtrail.amazonaws.com',
  codebuild: 'codebuild.amazonaws.com',
  ecs: 'ecs-tasks.amazonaws.com',
  firehose: 'firehose.amazonaws.com',
  glue: 'glue.amazonaws.com',
  lambda: 'lambda.amazonaws.com',
  sagemaker: 'sagemaker.amazonaws.com',
  states: 'states.amazonaws.com',
};

/** The principal to which roles are passed in calls of a service; undefined where that is not certain. */
export function passedToService(prefix: string): string | undefined {
  return Object.hasOwn(PASSED_TO, prefix) ? PASSED_TO[prefix] : undefined;
}
