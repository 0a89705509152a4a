/**
 * Words in the name of a role or in a Sid by which an author says that it administers: people, break-glass access, and
 * what creates and changes infrastructure. Such a role may well have every permission on a key.
 */
const ADMINISTRATOR_WORDS =
  /admin|root|owner|manage|super|power|privileg|full|break.?glass|emergency|recover|restore|secur|audit|ops|platform|infra|engineer|deploy|provision|release|pipeline|build|ci(?:-|_|\b)|cicd|terraform|tofu|atlantis|pulumi|cdk|cfn|cloudformation|stack|github|gitlab|jenkins|bitbucket|buildkite|spacelift|env0|bootstrap|landing|controltower|control-tower|organization|custod|governance|master|key|kms|crypto|vault|sso|aws-reserved|aws-service-role/i;

/** True for a text that names an administrator, or may do so. */
export function soundsLikeAdministrator(text: string): boolean {
  return ADMINISTRATOR_WORDS.test(text);
}
