/** Of `one:other`, as the value of a press names two things at once; both empty for anything else. */
export function splitValue(value: string | undefined): [string, string] {
  const at = value?.indexOf(':') ?? -1;
  return value === undefined || at < 0 ? ['', ''] : [value.slice(0, at), value.slice(at + 1)];
}
