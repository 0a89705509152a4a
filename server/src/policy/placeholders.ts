/** `${aws:username}`, with or without a default, and the escapes `${*}`, `${?}`, `${$}`. */
const POLICY_VARIABLE = /\$\{(?:[*?$]|\s*[A-Za-z][\w-]*:(?!:)[^}]*)\}/g;

/** Where a placeholder begins, of AWS or of a tool. */
const MARK = /\$\{|\{\{|<%/;

/** True when AWS itself would fill a part of the text in at request time. */
export function hasPolicyVariable(text: string): boolean {
  return text.search(POLICY_VARIABLE) >= 0;
}

/**
 * True when a tool will fill a part of the text in before AWS sees it: `${AWS::AccountId}`, `${var.account}`,
 * `{{ account }}`. A policy variable has one colon after a prefix, which tells the two apart.
 */
export function hasTemplatePart(text: string): boolean {
  // Nearly every text is decided by the first test, which needs no copy of it.
  return (text.includes('{') || text.includes('<%')) && MARK.test(text) && MARK.test(text.replace(POLICY_VARIABLE, ''));
}
