/** Far above every request; what is longer is not kept in memory. */
const MAX_LINE_BYTES = 16_000_000;

const LINE_FEED = 10;

/** A line of a stream, without its end; undefined for one that is too long to be read. */
export type Line = string | undefined;

/**
 * Cuts a stream of UTF-8 into lines, as many at once as a chunk of it brings: a stream of any length takes no more memory
 * than a chunk and a line. What follows the last line feed is a line unless it is empty. A byte order mark is left out.
 */
export async function* lineBatches(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Line[]> {
  let isFirst = true;
  const pending = new PendingLine();
  for await (const chunk of chunks) {
    const batch: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      pending.add(chunk.subarray(start, end));
      const line = pending.take();
      batch.push(isFirst ? line?.replace(/^\ufeff/, '') : line);
      isFirst = false;
      start = end + 1;
    }
    pending.add(chunk.subarray(start));
    if (batch.length > 0) {
      yield batch;
    }
  }
  if (pending.size > 0) {
    const line = pending.take();
    yield [isFirst ? line?.replace(/^\ufeff/, '') : line];
  }
}

/** The beginning of a line whose end has not come yet. */
class PendingLine {
  size = 0;
  private parts: Uint8Array[] = [];

  add(part: Uint8Array): void {
    this.size += part.byteLength;
    if (this.size > MAX_LINE_BYTES) {
      this.parts = [];
    } else if (part.byteLength > 0) {
      this.parts.push(part);
    }
  }

  take(): Line {
    const [only, ...more] = this.parts;
    const line =
      this.size > MAX_LINE_BYTES
        ? undefined
        : only === undefined
          ? ''
          : (more.length === 0
              ? Buffer.from(only.buffer, only.byteOffset, only.byteLength)
              : Buffer.concat(this.parts)
            ).toString('utf8');
    this.size = 0;
    this.parts = [];
    return line;
  }
}
