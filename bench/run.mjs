// Benchmarks are TypeScript that imports the program's own modules: the loader of the tests runs them.
import path from 'node:path';
import { runnerImport } from 'vite';

await runnerImport(path.join(import.meta.dirname, 'main.ts'), { logLevel: 'silent', configFile: false });
// The worlds of the tests keep their databases for the next one, and those never rest.
process.exit();
