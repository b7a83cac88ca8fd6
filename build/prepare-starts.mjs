// Runs on what was compiled: the templates must fit the program that starts from them.
import { prepareStarts } from '../dist/compose/prepare-starts.js';

await prepareStarts();
