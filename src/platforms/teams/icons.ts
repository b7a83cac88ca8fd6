import { png, type Colour } from './png.ts';

const BLUE: Colour = [0x1f, 0x5f, 0xa8, 255];
const WHITE: Colour = [255, 255, 255, 255];
const CLEAR: Colour = [255, 255, 255, 0];

/** 192 × 192: a white speech bubble with two lines, on the accent colour. */
export function colourIcon(): Buffer {
  return png(192, (x, y) => softened(192, x, y, (u, v) => inBubble(u, v) && !onLines(u, v), WHITE, BLUE));
}

/** 32 × 32: the same shape alone, white on nothing, as the side bar has it. */
export function outlineIcon(): Buffer {
  return png(32, (x, y) => softened(32, x, y, (u, v) => inBubble(u, v) && !onLines(u, v), WHITE, CLEAR));
}

type Shape = (u: number, v: number) => boolean;

const SAMPLES = 4;

/** Edges between two colours, by how much of the point is inside. */
function softened(size: number, x: number, y: number, shape: Shape, inside: Colour, outside: Colour): Colour {
  const steps = Array.from({ length: SAMPLES }, (_, step) => (step + 0.5) / SAMPLES);
  const hits = steps.flatMap((dx) => steps.filter((dy) => shape((x + dx) / size, (y + dy) / size))).length;
  const part = hits / SAMPLES ** 2;
  const [r, g, b, a] = [0, 1, 2, 3].map((channel) =>
    Math.round((inside[channel] ?? 0) * part + (outside[channel] ?? 0) * (1 - part)),
  );
  return [r ?? 0, g ?? 0, b ?? 0, a ?? 0];
}

/** A rounded box with a tail at its lower left; coordinates from 0 to 1. */
function inBubble(u: number, v: number): boolean {
  const radius = 0.09;
  const dx = Math.max(0.2 + radius - u, 0, u - (0.8 - radius));
  const dy = Math.max(0.24 + radius - v, 0, v - (0.66 - radius));
  const inBox = Math.hypot(dx, dy) <= radius;
  const inTail = u >= 0.32 && v >= 0.64 && v <= 0.8 && u <= 0.5 - (v - 0.64) * 1.1;
  return inBox || inTail;
}

function onLines(u: number, v: number): boolean {
  const at = (from: number, until: number) => v >= from && v <= until;
  return (u >= 0.3 && u <= 0.7 && at(0.36, 0.42)) || (u >= 0.3 && u <= 0.58 && at(0.48, 0.54));
}
