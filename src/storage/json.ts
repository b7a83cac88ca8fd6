import { Prisma } from './generated/client.ts';

/** Plain data of the domain as a JSON column takes it; Prisma's own type cannot express readonly data. */
export function json(value: object): Prisma.InputJsonValue {
  return value;
}

export function jsonOrNull(value: object | null): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return value === null ? Prisma.DbNull : json(value);
}
