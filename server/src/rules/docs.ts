/** Address of a rule's page. */
export function docsAddress(ruleId: string): string {
  return `https://github.com/sealwright/sealwright/blob/main/docs/rules/${ruleId}.md`;
}
