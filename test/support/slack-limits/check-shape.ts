import { lengthOf } from '../../../src/platforms/slack/limits.ts';

/** One thing that Slack would refuse, and where: a path like `blocks.3.label.text`. */
export interface Flaw {
  at: string;
  what: string;
}

/** What is wrong with a piece of JSON; nothing is ever mended. */
export type Check = (data: unknown, at: string) => Flaw[];

export const flaw = (at: string, what: string): Flaw[] => [{ at, what }];

export function text(least: number, most: number): Check {
  return (data, at) => {
    if (typeof data !== 'string') return flaw(at, 'is no text');
    const length = lengthOf(data);
    if (length < least || (least > 0 && data.trim() === '')) return flaw(at, 'is empty');
    return length > most ? flaw(at, `has ${length} characters, at most ${most}`) : [];
  };
}

export function like(pattern: RegExp): Check {
  return (data, at) =>
    typeof data === 'string' && pattern.test(data) ? [] : flaw(at, `is not like ${pattern.source}`);
}

export function whole(least: number, most: number): Check {
  return (data, at) =>
    Number.isInteger(data) && (data as number) >= least && (data as number) <= most
      ? []
      : flaw(at, `is no number from ${least} to ${most}`);
}

export const yesOrNo: Check = (data, at) =>
  typeof data === 'boolean' ? [] : flaw(at, 'is neither true nor false');

export function oneOf(...values: readonly string[]): Check {
  return (data, at) =>
    values.some((value) => value === data) ? [] : flaw(at, `is none of ${values.join(', ')}`);
}

export function list(least: number, most: number, each: Check): Check {
  return (data, at) => {
    if (!Array.isArray(data)) return flaw(at, 'is no list');
    const wrong = data.length < least || data.length > most;
    return [
      ...(wrong ? flaw(at, `has ${data.length} members, from ${least} to ${most} allowed`) : []),
      ...data.flatMap((one: unknown, index) => each(one, `${at}.${index}`)),
    ];
  };
}

export type Members = Readonly<Record<string, Check>>;

/** An object with these members and no others. */
export function shape(required: Members, optional: Members = {}, ...rules: readonly Check[]): Check {
  return (data, at) => {
    if (!isObject(data)) return flaw(at, 'is no object');
    const present = Object.entries(data).filter(([, value]) => value !== undefined);
    const names = new Set(present.map(([name]) => name));
    return [
      ...Object.keys(required).flatMap((name) =>
        names.has(name) ? [] : flaw(`${at}.${name}`, 'is missing'),
      ),
      ...present.flatMap(([name, value]) => {
        const check = memberOf(required, name) ?? memberOf(optional, name);
        return check ? check(value, `${at}.${name}`) : flaw(`${at}.${name}`, 'is not known here');
      }),
      ...rules.flatMap((rule) => rule(data, at)),
    ];
  };
}

/** By its `type`: anything that is not in the table does not belong there. */
export function byType(table: Members): Check {
  return (data, at) => {
    const type = isObject(data) ? data['type'] : undefined;
    const check = typeof type === 'string' ? memberOf(table, type) : undefined;
    return check ? check(data, at) : flaw(at, `cannot stand here: ${String(type)}`);
  };
}

export function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

/** Each value once. */
export function distinct(values: readonly unknown[], at: string, what: string): Flaw[] {
  const twice = values.filter((value, index) => value !== undefined && values.indexOf(value) !== index);
  return [...new Set(twice)].flatMap((value) => flaw(at, `has ${what} ${String(value)} twice`));
}

function memberOf(members: Members, name: string): Check | undefined {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}
