// Loaded before the program: its clock is off by the milliseconds in the file TEST_CLOCK_OFFSET, looked at ten times a
// second. What runs by the monotonic clock (timers) is not touched, as when somebody sets the clock of a machine.
import { readFileSync } from 'node:fs';

const file = process.env.TEST_CLOCK_OFFSET;
const RealDate = Date;
let offset = 0;

function look() {
  offset = Number(readFileSync(file, 'utf8')) || 0;
}

look();
setInterval(look, 100).unref();

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + offset);
    else super(...parts);
  }

  static now() {
    return RealDate.now() + offset;
  }
};
