/** What goes wrong with one call of a method. */
export type Fault =
  | { kind: 'rate_limited'; seconds: number }
  /** With or without having done the work. */
  | { kind: 'server_error'; done: boolean }
  /** The connection breaks after the work was done. */
  | { kind: 'dropped'; done: boolean }
  | { kind: 'slow'; ms: number }
  | { kind: 'error'; error: string };

/** Faults that wait for calls of a method, first in first out. */
export interface Faults {
  next(method: string, fault: Fault, times?: number): void;
  take(method: string): Fault | null;
  /** Asked before every call, ahead of those that wait; null for nobody any more. */
  askedFor(ask: (() => Fault | null) | null): void;
  /** Nothing goes wrong any more. */
  clear(): void;
}

export function createFaults(): Faults {
  const waiting = new Map<string, Fault[]>();
  let asked: () => Fault | null = () => null;
  return {
    next: (method, fault, times = 1) => {
      const before = waiting.get(method) ?? [];
      waiting.set(method, [...before, ...Array.from({ length: times }, () => fault)]);
    },
    take: (method) => asked() ?? waiting.get(method)?.shift() ?? null,
    askedFor: (ask) => {
      asked = ask ?? (() => null);
    },
    clear: () => {
      waiting.clear();
    },
  };
}
