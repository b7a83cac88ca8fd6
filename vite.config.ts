import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const absolute = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds the page of the web chat; everything it needs at run time comes out of dist/page. */
export default defineConfig({
  root: absolute('src/platforms/web/page'),
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: absolute('dist/page'),
    emptyOutDir: true,
    target: 'es2023',
    // Inlined assets would need data: in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
});
