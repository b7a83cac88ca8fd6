// Runs on what was compiled: models and templates must fit the program that starts from them.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareStarts } from '../dist/compose/prepare-starts.js';

const root = fileURLToPath(new URL('..', import.meta.url));
await prepareStarts(path.resolve(root, process.env.TSUTAE_INTENTS || 'intents'));
