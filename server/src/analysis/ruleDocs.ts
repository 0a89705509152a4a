/** Address of a rule's page: what it reports, why, and how to mend it. */
export function ruleDocsUrl(ruleId: string): string {
  return `https://github.com/sealwright/sealwright/blob/main/docs/rules/${ruleId}.md`;
}
