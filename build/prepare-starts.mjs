// Runs on what was compiled: models and templates must fit the program that starts from them.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PREPARATIONS } from '../dist/compose/prepare-starts.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const intents = path.resolve(root, process.env.TSUTAE_INTENTS || 'intents');

/** One by its name; their names, one a line, when none is given. */
const [, , part] = process.argv;
if (part === undefined) process.stdout.write(Object.keys(PREPARATIONS).join('\n'));
else await PREPARATIONS[part](intents);
