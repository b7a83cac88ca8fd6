/** Where something stands in a file, from 1. */
export interface Place {
  line: number;
  column?: number;
}

/** Keys and indexes from the top of a file down to a value. */
export type SourcePath = readonly (string | number)[];

/** A file that was read, and can say where a path of it stands: the nearest existing one above it, if need be. */
export interface Source {
  file: string;
  place(path: SourcePath): Place;
}

/** What a reader makes of a file: its data, or the reasons why there is none. */
export interface SourceData<T> extends Source {
  data: T;
}

/** A source for a mistake about a file that is not there. */
export function absent(file: string): Source {
  return { file, place: () => ({ line: 1 }) };
}
