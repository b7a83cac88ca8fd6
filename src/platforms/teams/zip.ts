import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  name: string;
  data: Buffer;
}

const DEFLATED = 8;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const VERSION = 20;
/** 1980-01-01: the same files make the same archive. */
const DATE = 0x0021;

/** A ZIP archive (PKWARE APPNOTE 6.3), with its files side by side in it. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data } of entries) {
    const packed = deflateRawSync(data);
    const title = Buffer.from(name, 'utf8');
    const common = commonFields(data, packed, title);
    const head = Buffer.concat([signature(0x04034b50), common, uint16(0), title]);
    directory.push(
      Buffer.concat([
        signature(0x02014b50),
        uint16(VERSION),
        common,
        Buffer.alloc(12),
        uint32(offset),
        title,
      ]),
    );
    parts.push(head, packed);
    offset += head.length + packed.length;
  }
  const index = Buffer.concat(directory);
  const count = uint16(entries.length);
  const end = [
    signature(0x06054b50),
    Buffer.alloc(4),
    count,
    count,
    uint32(index.length),
    uint32(offset),
    uint16(0),
  ];
  return Buffer.concat([...parts, index, ...end]);
}

/** From the version that is needed to the length of the name: the same in both places. */
function commonFields(data: Buffer, packed: Buffer, title: Buffer): Buffer {
  const shorts = [VERSION, FLAGS, DEFLATED, 0, DATE].map(uint16);
  const longs = [crc32(data), packed.length, data.length].map(uint32);
  return Buffer.concat([...shorts, ...longs, uint16(title.length)]);
}

function signature(value: number): Buffer {
  return uint32(value);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
