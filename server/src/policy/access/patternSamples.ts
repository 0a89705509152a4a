/** A wildcard pattern; of an ARN pattern, the wildcards of the first five parts do not cross a colon. */
export interface SamplePattern {
  readonly text: string;
  readonly arn: boolean;
}

const MAX_STATES = 3_000;

export interface PatternSamples {
  readonly texts: readonly string[];
  /** False when there were too many combinations to look at all of them. */
  readonly isComplete: boolean;
}

/**
 * Texts for every way in which patterns can match and not match together: for `a*` and `*b` one for both, one for each
 * alone, one for neither. Walks all patterns side by side, as one automaton, so that each combination that exists is
 * found. Whether a text really matches is for the matchers of `evaluate` to say; these are only candidates.
 *
 * @param fresh a character that no pattern holds: it stands for every other one
 */
export function samplePatterns(patterns: readonly SamplePattern[], fresh: string): PatternSamples {
  const tracks = patterns.map((pattern, index) => new Track(pattern, index * TRACK));
  const start = tracks.flatMap((track) => track.close(track.base));
  const seen = new Set<string>([start.join()]);
  const found = new Map<string, string>();
  let isComplete = true;
  let layer: { readonly positions: readonly number[]; readonly text: string }[] = [{ positions: start, text: '' }];
  while (layer.length > 0) {
    const next: typeof layer = [];
    for (const { positions, text } of layer) {
      const accepted = positions.filter((position) => tracks[trackOf(position)]?.isEnd(position) === true).map(trackOf);
      // One text with the fresh character and one without: a literal that happens to be the shortest text must not
      // stand for the whole class.
      const name = `${accepted.join()}/${text.includes(fresh)}`;
      if (!found.has(name)) {
        found.set(name, text);
      }
      const symbols = new Set(positions.map((position) => tracks[trackOf(position)]?.symbolAt(position) ?? fresh));
      for (const symbol of symbols.add(fresh)) {
        const after = [...new Set(positions.flatMap((at) => tracks[trackOf(at)]?.step(at, symbol) ?? []))].sort(
          (a, b) => a - b,
        );
        const key = `${after.join()}/${symbol === fresh || text.includes(fresh)}`;
        if (seen.has(key)) {
          continue;
        }
        if (seen.size >= MAX_STATES) {
          isComplete = false;
          continue;
        }
        seen.add(key);
        next.push({ positions: after, text: text + symbol });
      }
    }
    layer = next;
  }
  return { texts: [...new Set(found.values())], isComplete };
}

/** Positions of one pattern lie between multiples of this. */
const TRACK = 100_000;

function trackOf(position: number): number {
  return Math.floor(position / TRACK);
}

/** One pattern as a row of positions: before each character, and behind the last. */
class Track {
  private readonly characters: string;
  private readonly isOpen: readonly boolean[];

  constructor(
    { text, arn }: SamplePattern,
    readonly base: number,
  ) {
    this.characters = text.slice(0, TRACK - 1);
    let colons = 0;
    this.isOpen = this.characters.split('').map((character) => {
      colons += character === ':' ? 1 : 0;
      return !arn || colons >= 5 || text === '*';
    });
  }

  isEnd(position: number): boolean {
    return position - this.base === this.characters.length;
  }

  /** The literal character that would lead on; undefined for wildcards and at the end. */
  symbolAt(position: number): string | undefined {
    const character = this.characters[position - this.base];
    return character === '*' || character === '?' ? undefined : character;
  }

  step(position: number, symbol: string): number[] {
    const at = position - this.base;
    const character = this.characters[at];
    if (character === undefined) {
      return [];
    }
    if (character === '*' || character === '?') {
      const isWithin = symbol !== ':' || this.isOpen[at] === true;
      return isWithin ? this.close(character === '*' ? position : position + 1) : [];
    }
    return character === symbol ? this.close(position + 1) : [];
  }

  /** The position and those that a `*` lets pass to without a character. */
  close(position: number): number[] {
    const reached = [position];
    for (let at = position; this.characters[at - this.base] === '*'; at++) {
      reached.push(at + 1);
    }
    return reached;
  }
}
