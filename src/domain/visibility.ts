/** From the widest to the narrowest; the strictest of all matching rules wins. */
export const VISIBILITIES = ['open', 'units', 'restricted', 'sealed'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export function strictest(of: readonly Visibility[]): Visibility {
  return of.reduce((a, b) => (VISIBILITIES.indexOf(b) > VISIBILITIES.indexOf(a) ? b : a), 'open');
}
