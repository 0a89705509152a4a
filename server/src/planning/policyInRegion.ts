import type { PolicyInRegion, PolicyInRegionParams } from '../../../protocol/src/newKey.js';

/** A string of a JSON text, quotes included. */
const STRING = /"(?:[^"\\\n]|\\.)*"/g;

/**
 * The policy of a multi-Region key for one of its replicas, whose policy is its own (kms-facts section 22): principals and
 * hosts of services, and ARNs, that name the Region of the one name that of the other. Everything else stays as it is
 * written, Regions that stand alone (`aws:RequestedRegion`) included: what they are to allow elsewhere nobody can know. Pure.
 */
export function policyInRegion({ text, from, to }: PolicyInRegionParams): PolicyInRegion {
  const region = from.replaceAll('-', '\\-');
  const host = new RegExp(`(?<=[a-z0-9-]\\.)${region}(?=\\.(?:amazonaws\\.com|api\\.aws)\\b)`, 'g');
  const arn = new RegExp(`(?<=^"arn:[\\w*-]*:[\\w*-]*:)${region}(?=:)`, 'g');
  const changes: { from: string; to: string }[] = [];
  const moved = text.replace(STRING, (literal) => {
    const other = literal.replace(host, to).replace(arn, to);
    if (other !== literal && !changes.some((change) => change.from === literal.slice(1, -1))) {
      changes.push({ from: literal.slice(1, -1), to: other.slice(1, -1) });
    }
    return other;
  });
  return { text: moved, changes };
}
