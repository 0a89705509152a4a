import { readFile } from 'node:fs/promises';
import path from 'node:path';

const CATALOGUE_FILE = 'scripts/generate/data/catalogue.csv';

/**
 * The check catalogue: every check that a tool of this field has, and those that none has, one line a row.
 *
 * Columns of the file, beside number, id and group of a row:
 * - `severity`: `E` error, `S` security, `W` warning, `I` information;
 * - `kinds`: letters of `K` key, `I` identity, service control or resource control, `L` Logs resource, `B` bucket,
 *   `D` destination and delivery destination, `V` VPC endpoint policy, `T` the template around them, `A` account;
 * - `where` it is decided: `offline` from the text, `setting` from the text and what settings say of it, `template` from
 *   the resources around the policy, `git` from an older revision, `account` from a live account; a `method` is no check;
 * - `fix`: whether a finding can bring an edit; `risk`: how likely a false alarm is;
 * - `peer`: whether some other tool has it; `optIn`: meant to be off by default;
 * - `top`: its place among the forty checks that hurt most and that no other tool has.
 *
 * @returns {Promise<{ row: number, id: string, group: string, severity: string, kinds: string, where: string,
 *   fix: string, risk: string, peer: string, optIn: boolean, top: number | undefined }[]>} in the order of the file
 */
export async function readCatalogue(root) {
  const [head = '', ...lines] = (await readFile(path.join(root, CATALOGUE_FILE), 'utf8')).trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = Object.fromEntries(line.split(',').map((cell, index) => [names[index], cell]));
    return {
      ...cells,
      row: Number(cells.row),
      optIn: cells.optIn === 'yes',
      top: cells.top === '' ? undefined : Number(cells.top),
    };
  });
}

/**
 * A product that promises every check must have this one when first installed: a policy and its settings decide it, and it
 * is an error, a security matter, a warning that is rarely wrong, or one of the forty.
 */
export function mustBeOn({ where, severity, risk, optIn, top }) {
  const quiet = risk === 'low' || risk === 'none';
  return (
    (where === 'offline' || where === 'setting') &&
    (severity === 'E' || severity === 'S' || (severity === 'W' && quiet && !optIn) || top !== undefined)
  );
}
