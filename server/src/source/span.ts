/** Half-open range of UTF-16 offsets into a document's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True when `offset` lies inside the span or touches one of its ends. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** True when `inner` lies within `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The same stretch of a text that begins `by` characters later. */
export function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}
