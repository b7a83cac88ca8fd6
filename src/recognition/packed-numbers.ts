/** Where in the file numbers of four bytes lie, counted in numbers from the end of the head. */
export interface SpanOfNumbers {
  at: number;
  length: number;
}

type Numbers = Float32Array | Int32Array;
type Keep<Given> = (numbers: Given) => SpanOfNumbers;

export interface Unpacked<Head> {
  head: Head;
  /** Views into the file: nothing is copied. Both throw a `RangeError` when the file is cut off. */
  floats: (span: SpanOfNumbers) => Float32Array<ArrayBuffer>;
  integers: (span: SpanOfNumbers) => Int32Array<ArrayBuffer>;
}

const NUMBER = 4;

/** A file of a length, a head in JSON, which `write` returns, and the numbers that it kept meanwhile. */
export function packFile(
  write: (floats: Keep<Float32Array>, integers: Keep<Int32Array>) => object,
): Uint8Array<ArrayBuffer> {
  const kept: Numbers[] = [];
  let end = 0;
  const keep: Keep<Numbers> = (numbers) => {
    const span = { at: end, length: numbers.length };
    kept.push(numbers);
    end += numbers.length;
    return span;
  };
  const head = Buffer.from(JSON.stringify(write(keep, keep)));
  // Spaces, so that the numbers begin at a multiple of their size.
  const padding = Buffer.alloc(-head.length & (NUMBER - 1), ' ');
  const length = Uint32Array.of(head.length + padding.length);
  return Buffer.concat([bytesOf(length), head, padding, ...kept.map(bytesOf)]);
}

/** Reads what `packFile` made. Throws when it is something else. */
export function unpackFile<Head>(file: Uint8Array<ArrayBuffer>): Unpacked<Head> {
  const { buffer, byteOffset, byteLength } = file;
  const [length = 0] = new Uint32Array(buffer, byteOffset, 1);
  const start = NUMBER + length;
  const head = JSON.parse(new TextDecoder().decode(file.subarray(NUMBER, start))) as Head;
  const place = ({ at, length: count }: SpanOfNumbers): number => {
    const within = start + (at + count) * NUMBER <= byteLength;
    if (!within) throw new RangeError('The file is cut off');
    return byteOffset + start + at * NUMBER;
  };
  return {
    head,
    floats: (span) => new Float32Array(buffer, place(span), span.length),
    integers: (span) => new Int32Array(buffer, place(span), span.length),
  };
}

function bytesOf({ buffer, byteOffset, byteLength }: Numbers | Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
