/** Permissions by which whoever holds them gives themselves more, when nothing limits whom they concern. */
export interface EscalationPath {
  /** All of them are needed. The last one is what the path turns on; with one member the action is enough by itself. */
  readonly actions: readonly string[];
}

const alone = (action: string): EscalationPath => ({ actions: [action] });
const withPassRole = (...actions: readonly string[]): EscalationPath => ({ actions: ['iam:PassRole', ...actions] });

/**
 * Known ways from a narrow permission to a wide one: change one's own policies or the trust policy of a role, make
 * credentials of somebody else, or pass a role to a service that runs one's own code. The sets that cloudsplaining,
 * parliament and prowler look for, without those of services that AWS has closed (check-catalogue row 79).
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export const ESCALATION_PATHS: readonly EscalationPath[] = [
  alone('iam:AddUserToGroup'),
  alone('iam:AttachGroupPolicy'),
  alone('iam:AttachRolePolicy'),
  alone('iam:AttachUserPolicy'),
  alone('iam:CreateAccessKey'),
  alone('iam:CreateLoginProfile'),
  alone('iam:CreatePolicyVersion'),
  alone('iam:PutGroupPolicy'),
  alone('iam:PutRolePolicy'),
  alone('iam:PutUserPolicy'),
  alone('iam:SetDefaultPolicyVersion'),
  alone('iam:UpdateAssumeRolePolicy'),
  alone('iam:UpdateLoginProfile'),
  withPassRole('cloudformation:CreateStack'),
  withPassRole('codebuild:CreateProject'),
  withPassRole('datapipeline:CreatePipeline', 'datapipeline:PutPipelineDefinition'),
  withPassRole('ec2:RunInstances'),
  withPassRole('ecs:RegisterTaskDefinition', 'ecs:RunTask'),
  withPassRole('glue:CreateDevEndpoint'),
  withPassRole('glue:CreateJob'),
  withPassRole('lambda:InvokeFunction', 'lambda:CreateFunction'),
  withPassRole('lambda:CreateEventSourceMapping', 'lambda:CreateFunction'),
  withPassRole('sagemaker:CreateNotebookInstance'),
  withPassRole('states:CreateStateMachine'),
];

/** The actions that are enough by themselves. */
export const ESCALATING_ALONE: ReadonlySet<string> = new Set(
  ESCALATION_PATHS.flatMap(({ actions }) => (actions.length === 1 ? actions : [])),
);
