/** Who did it where it was nobody in particular: clocks and rules. */
export const SYSTEM = 'system';
/** Whoever works at the command line of the machine, which knows of no person. */
export const COMMAND_LINE = 'command-line';
