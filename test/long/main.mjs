// Runs the harness without a build of its own: vite reads the TypeScript.
import path from 'node:path';
import { runnerImport } from 'vite';

const entry = path.join(import.meta.dirname, 'run.ts');
await runnerImport(entry, { logLevel: 'silent', configFile: false });
